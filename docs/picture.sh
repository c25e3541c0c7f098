#!/usr/bin/env bash
# Take docs/graph.png, the picture in README.md: needs Debian's chromium and a build in output/.
set -euo pipefail
cd "$(dirname "$0")/.."
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 \
    --window-size=1400,900 --virtual-time-budget=8000 \
    --screenshot=docs/graph.png "file://$PWD/output/graph.html"
