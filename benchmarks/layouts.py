"""Web pages in different layouts about invented companies, with the main text marked by comments.

`<!--main-->` begins and `<!--/main-->` ends what a reader came for, `<!--free-->` and `<!--/free-->` what may be kept
or not: the title, the byline, the date. Everything else is there for other ends. `DEVELOPMENT` were at hand when
kg's reading was improved. `SECOND` were measured blind (main text kept 0.942, boilerplate 0.180), then looked into
once; `BLIND` were written after that and not looked into.
"""

# ruff: noqa: E501 - the pages are lines as long as those of pages

from __future__ import annotations

from collections.abc import Callable

Layout = Callable[[], str]
M, _M, F, _F = "<!--main-->", "<!--/main-->", "<!--free-->", "<!--/free-->"

NAV = "<a href=/>Home</a> <a href=/markets>Markets</a> <a href=/tech>Technology</a> <a href=/opinion>Opinion</a> <a href=/about>About us</a> <a href=/jobs>Jobs</a>"
FOOT = "<p>© 2026 Harbour Media Ltd. All rights reserved.</p><p><a href=/terms>Terms of use</a> | <a href=/privacy>Privacy policy</a> | <a href=/contact>Contact</a></p>"
COOKIE = "<div id=cookie-banner class=cookie><p>We use cookies to improve your experience and to show you advertisements that may interest you. You can change your choice at any time.</p><button>Accept all</button><button>Reject</button></div>"
NEWSLETTER = "<div class='newsletter-box'><h3>Get the Monday briefing</h3><p>The five stories that will move markets this week, in your inbox at six every Monday morning.</p><form><input type=email><button>Sign me up</button></form></div>"
RELATED = "<div class=related><h3>Related stories</h3><ul><li><a href=/1>Brelco cuts 400 jobs at its Leeds plant as orders slow</a></li><li><a href=/2>Tatu Bank names a new chief financial officer</a></li><li><a href=/3>Why sensor makers are moving north</a></li></ul></div>"
COMMENTS = "<section id=comments class=comments><h3>3 comments</h3><div class=comment><b>harbourfan</b><p>I worked there for ten years and I can tell you that the machines are older than my father.</p></div><div class=comment><b>kari_88</b><p>They will never deliver on time, mark my words, the last project was two years late.</p></div></section>"
SHARE = "<div class=social-share><a href=#>Share on Facebook</a> <a href=#>Post on X</a> <a href=#>Email</a></div>"

SENSORS = (
    "Orlune ASA has signed a contract to supply navigation sensors to the fishing company Brelco, the two companies said on Tuesday.",
    "The agreement is worth 84 million dollars and runs for five years. Deliveries are to begin in the autumn, when the first of twelve new trawlers leaves the yard in Gdynia.",
    "“We have waited for this order since 2021,” said Ingrid Solberg, chief executive of Orlune. “It gives the plant in Drammen work until the end of the decade.”",
    "Brelco bought its sensors from Marlow Instruments until last year. That arrangement ended after repeated late deliveries, a spokesman said.",
    "Analysts at Tatu Bank expect the order to lift revenue at Orlune by about 6 percent a year. The shares rose 4.1 percent in Oslo.",
)
BATTERIES = (
    "Calder Quay Energy will build a battery plant in Narvik together with the mining group Vantor, at a cost of 1.2 billion euros.",
    "Vantor takes 40 percent of the venture and will deliver the graphite. Calder Quay holds the rest and runs the plant, which is to employ 900 people from 2028.",
    "The Norwegian state lends 300 million euros through its export agency. A further loan is being negotiated with a group of banks led by Ashgrove Capital.",
    "Calder Quay has sold cells to the bus maker Pelican Motors since 2023 and counts the ferry operator Fjordline Ost among its customers.",
    "The company reported a loss of 48 million euros last year, after 61 million in the year before. It expects to break even in 2029.",
)
RETAIL = (
    "The supermarket chain Tindle & Rowe has dropped its plan to sell its banking arm, people close to the matter said.",
    "Offers from Kestrel Bank and from the insurer Marchmont fell short of the 700 million pounds that the retailer had hoped for.",
    "Tindle Bank has 1.4 million customers and lends mostly to households. It made a profit of 52 million pounds in the year to March.",
    "“The business is worth more to us than to anybody else at present,” said Priya Nair, who has led the chain since 2022.",
    "Shares in Tindle & Rowe, which is based in Leeds, lost 2.3 percent on Friday.",
)


def paragraphs(story: tuple[str, ...], tag: str = "p") -> str:
    """A story as elements."""
    return "\n".join(f"<{tag}>{text}</{tag}>" for text in story)


def page(body: str, head: str = "", title: str = "Orlune wins sensor order") -> str:
    """A document around a body."""
    return f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{body}</body></html>"


def newsroom() -> str:
    """A news site: header, article, aside, related links, footer."""
    return page(
        f"<header><nav>{NAV}</nav></header><main><article>{F}<h1>Orlune wins sensor order from Brelco</h1><div class=byline>By <a href=/jd>Jane Doe</a></div><time datetime=2026-03-03T08:00:00Z>3 March 2026</time>{_F}{SHARE}"
        f"<div class=article-body>{M}{paragraphs(SENSORS[:3])}{_M}{RELATED}{M}{paragraphs(SENSORS[3:])}{_M}</div></article><aside><h3>Most read</h3><ol><li><a href=/a>Ten funds that beat the index</a></li><li><a href=/b>The quiet return of the typewriter</a></li></ol></aside></main><footer>{FOOT}</footer>"
    )


def cookies_first() -> str:
    """A consent banner before everything."""
    return page(
        f"{COOKIE}<div id=top>{NAV}</div><div id=content>{F}<h1>Calder Quay to build battery plant in Narvik</h1><p class=meta>Published 4 April 2026</p>{_F}{M}{paragraphs(BATTERIES)}{_M}{NEWSLETTER}</div><div id=footer>{FOOT}</div>",
        title="Calder Quay to build battery plant | Harbour Media",
    )


def sidebar() -> str:
    """A sidebar before the article in the source."""
    return page(
        f"<div class=wrap><div class=sidebar><h4>Categories</h4><ul><li><a href=#>Shipping (14)</a></li><li><a href=#>Energy (9)</a></li><li><a href=#>Banking (31)</a></li></ul><h4>Archive</h4><ul><li><a href=#>March 2026</a></li><li><a href=#>February 2026</a></li></ul></div>"
        f"<div class=post>{F}<h2 class=entry-title>Tindle &amp; Rowe keeps its bank</h2>{_F}<div class=entry-content>{M}{paragraphs(RETAIL)}{_M}</div><div class=post-tags>Tags: <a href=#>retail</a>, <a href=#>banks</a></div></div></div>{FOOT}",
        title="Tindle & Rowe keeps its bank",
    )


def with_comments() -> str:
    """Comments of readers below."""
    return page(
        f"<nav>{NAV}</nav><article>{F}<h1>Orlune wins sensor order</h1>{_F}{M}{paragraphs(SENSORS)}{_M}</article>{COMMENTS}<footer>{FOOT}</footer>"
    )


def newsletter_inside() -> str:
    """A box that asks for an address amid the article."""
    return page(
        f"<nav>{NAV}</nav><article>{F}<h1>Calder Quay to build plant</h1>{_F}{M}{paragraphs(BATTERIES[:2])}{_M}{NEWSLETTER}{M}{paragraphs(BATTERIES[2:])}{_M}</article><footer>{FOOT}</footer>"
    )


def nineties() -> str:
    """Tables that lay out the page, fonts and line breaks."""
    text = "<br><br>".join(RETAIL)
    return (
        f"<html><head><title>Tindle and Rowe keeps bank</title></head><body bgcolor=white><table width=100% border=0><tr><td width=150 valign=top bgcolor=#cccccc><font size=2>{NAV.replace('</a> ', '</a><br>')}</font></td>"
        f"<td valign=top>{F}<font size=5><b>Tindle and Rowe keeps its bank</b></font><br><font size=1>March 6, 2026</font>{_F}<br><br>{M}<font face=Times>{text}</font>{_M}</td></tr><tr><td colspan=2 align=center><font size=1>Copyright 2026 Harbour Media. Best viewed at 800 x 600.</font></td></tr></table></body></html>"
    )


def div_soup() -> str:
    """Nothing but div and span with names that mean nothing."""
    inner = "".join(f"<div class=x7><span>{text}</span></div>" for text in SENSORS)
    return page(
        f"<div class=a1><div class=b2>{NAV}</div></div><div class=a3><div class=c9>{F}<div class=h8>Orlune wins sensor order</div>{_F}<div class=q4>{M}{inner}{_M}</div><div class=q5><div><span>Share</span><span>Save</span><span>Print</span></div></div></div></div><div class=a5>{FOOT}</div>"
    )


def amp() -> str:
    """An AMP page."""
    return (
        f'<!doctype html><html amp><head><meta charset=utf-8><title>Battery plant</title><script type="application/ld+json">{{"@type":"NewsArticle","headline":"Battery plant for Narvik","datePublished":"2026-04-04T07:30:00+02:00","author":{{"@type":"Person","name":"Mark Roe"}}}}</script></head><body>'
        f"<amp-sidebar id=menu><ul><li>{NAV}</li></ul></amp-sidebar><article>{F}<h1>Battery plant for Narvik</h1>{_F}<amp-img src=x.jpg alt=plant></amp-img>{M}{paragraphs(BATTERIES)}{_M}</article><amp-consent id=c><div>We and our 214 partners store information on your device. Choose what you allow.</div></amp-consent><footer>{FOOT}</footer></body></html>"
    )


def wiki() -> str:
    """An encyclopedia: infobox, contents, sections, references."""
    return page(
        f"<div id=mw-panel>{NAV}</div><div id=content>{F}<h1>Calder Quay Energy</h1>{_F}<div id=bodyContent>{M}<table class=infobox><tr><th>Founded</th><td>2016</td></tr><tr><th>Headquarters</th><td>Narvik, Norway</td></tr></table>"
        f"<p>Calder Quay Energy is a Norwegian maker of battery cells based in Narvik.</p>{_M}<div id=toc><h2>Contents</h2><ul><li>1 History</li><li>2 Products</li></ul></div>{M}<h2>History</h2><p>{BATTERIES[0]}</p><p>{BATTERIES[1]}</p><h2>Products</h2><p>{BATTERIES[3]}</p><ul><li>The Skerry cell for buses, in production since 2023</li><li>The Holm cell for ferries, announced for 2027</li></ul>{_M}"
        f"<h2>References</h2><ol class=references><li>Harbour Media, 4 April 2026, retrieved 9 May 2026.</li></ol></div></div><div id=footer>This page was last edited on 9 May 2026. Text is available under a free licence.</div>",
        title="Calder Quay Energy",
    )


def press_release() -> str:
    """A company's newsroom with boilerplate at the end."""
    return page(
        f"<header>{NAV}</header><div class=press-release>{F}<h1>Orlune and Brelco sign five-year supply agreement</h1><p>OSLO, Norway, March 3, 2026</p>{_F}{M}{paragraphs(SENSORS)}<p><strong>About Orlune</strong></p><p>Orlune ASA makes navigation sensors for ships. It is based in Oslo and listed on the Oslo Stock Exchange.</p>{_M}"
        f"<p><strong>Media contact</strong></p><p>Per Holm<br>per.holm@orlune.example<br>+47 555 01 234</p><p><strong>Forward-looking statements</strong></p><p>This release contains forward-looking statements that involve risks. Orlune undertakes no obligation to update them.</p></div><footer>{FOOT}</footer>"
    )


def blog() -> str:
    """A personal blog with a box about its author and links to other posts."""
    return page(
        f"<div id=header><h2><a href=/>Notes from the Quay</a></h2></div><div class='post hentry'>{F}<h3 class=post-title>Why I sold my Tindle shares</h3><span class=date>7 March 2026</span>{_F}<div class=post-body>{M}<p>I have owned shares in Tindle &amp; Rowe for nine years, and today I sold them.</p>{paragraphs(RETAIL[1:4])}<blockquote><p>A retailer that runs a bank is two businesses with one bad conscience.</p></blockquote><p>That was my father's view of it, and I have come round to it.</p>{_M}</div></div>"
        f"<div class=author-bio><h4>About the author</h4><p>Mark Roe worked in a shipyard before he began to write. He lives by the sea with two dogs.</p></div><div class=nav-links><a href=/p>Older post: The price of salt</a> <a href=/n>Newer post: Nine cranes</a></div>{COMMENTS}",
        title="Why I sold my Tindle shares",
    )


def investor_page() -> str:
    """Results with a table of figures."""
    table = "<table><thead><tr><th>EUR million</th><th>2025</th><th>2024</th></tr></thead><tbody><tr><td>Revenue</td><td>212</td><td>180</td></tr><tr><td>Operating loss</td><td>(48)</td><td>(61)</td></tr><tr><td>Employees</td><td>640</td><td>512</td></tr></tbody></table>"
    return page(
        f"<nav>{NAV}</nav><div class=ir-content>{F}<h1>Results for 2025</h1>{_F}{M}<p>Calder Quay Energy reports revenue of 212 million euros for 2025.</p><h2>Key figures</h2>{table}<h2>Outlook</h2><p>{BATTERIES[4]}</p><p>{BATTERIES[3]}</p>{_M}</div><div class=ir-links><h3>Downloads</h3><ul><li><a href=#>Annual report (PDF, 4 MB)</a></li><li><a href=#>Presentation (PDF, 2 MB)</a></li></ul></div><footer>{FOOT}</footer>",
        title="Results for 2025",
    )


def paywall() -> str:
    """The beginning of an article before a wall."""
    return page(
        f"<nav>{NAV}</nav><article>{F}<h1>Tindle &amp; Rowe keeps its bank</h1>{_F}{M}{paragraphs(RETAIL[:2])}{_M}<div class=paywall><h3>Keep reading for one pound</h3><p>Subscribe to unlock this article and everything we publish. Cancel anytime during your trial.</p><ul><li>Global news and analysis from 600 journalists</li><li>Expert opinion every day</li></ul><button>See all plans</button></div></article><footer>{FOOT}</footer>"
    )


def lists() -> str:
    """An article that is mostly a list."""
    items = "".join(f"<li>{text}</li>" for text in (*SENSORS[:2], *BATTERIES[:2], *RETAIL[:2]))
    return page(
        f"<nav>{NAV}</nav><article>{F}<h1>Six deals to know this week</h1>{_F}{M}<p>Six agreements that changed hands or minds, in the order of their size.</p><ol>{items}</ol><p>Next week the results season begins with Brelco.</p>{_M}{SHARE}</article>{RELATED}<footer>{FOOT}</footer>"
    )


def short_notice() -> str:
    """A notice of two sentences among much else."""
    return page(
        f"<nav>{NAV}</nav><div class=content>{F}<h1>Orlune names finance director</h1>{_F}{M}<p>Orlune has named Kari Lund finance director from 1 May.</p><p>She comes from Marlow Instruments.</p>{_M}</div>{RELATED}{NEWSLETTER}<footer>{FOOT}</footer>"
    )


def live_blog() -> str:
    """Entries with times, newest first."""
    entries = "".join(
        f"<div class=entry><span class=stamp>{9 + n}:15</span><h3>Update {n + 1}</h3><p>{text}</p></div>"
        for n, text in enumerate(BATTERIES)
    )
    return page(
        f"<div class=topbar>{NAV}</div><div class=liveblog>{F}<h1>Results day: live</h1>{_F}{M}{entries}{_M}</div><div class=live-help><p>Do you know more about this story? Write to our reporters in confidence.</p></div>{FOOT}",
        title="Results day: live",
    )


def transcript() -> str:
    """Questions and answers of a call with analysts."""
    turns = "".join(
        f"<p><b>{who}</b></p><p>{text}</p>"
        for who, text in zip(
            ("Operator", "Ingrid Solberg", "Analyst, Tatu Bank", "Ingrid Solberg", "Operator"), SENSORS, strict=True
        )
    )
    return page(
        f"<nav class=main-nav>{NAV}</nav><section class=transcript-body>{F}<h1>Orlune ASA, first quarter call</h1>{_F}{M}{turns}{_M}</section><section class=disclosure><p>Our analysts hold no position in any of the shares named here.</p></section><footer>{FOOT}</footer>"
    )


def index_of_teasers() -> str:
    """A front page whose teasers are its text."""
    teasers = "".join(
        f"<div class=story-item><h2><a href=/s{n}>{story[0].split(',')[0][:60]}</a></h2><p>{story[0]}</p></div>"
        for n, story in enumerate((SENSORS, BATTERIES, RETAIL))
    )
    return page(
        f"<header><div class=logo>Harbour Media</div><nav>{NAV}</nav></header><main>{M}{teasers}{_M}</main><footer>{FOOT}</footer>",
        title="Harbour Media",
    )


def ads_between() -> str:
    """An advertisement behind every paragraph."""
    ad = "<div class=ad-slot><span>Advertisement</span><a href=#>Save up to 60 percent on winter tyres this week only</a></div>"
    text = ad.join(f"{M}<p>{each}</p>{_M}" for each in RETAIL)
    return page(
        f"<nav>{NAV}</nav><article>{F}<h1>Tindle &amp; Rowe keeps its bank</h1>{_F}{text}</article><footer>{FOOT}</footer>"
    )


def microdata() -> str:
    """Marks of schema.org within the elements."""
    return page(
        f"<div itemscope itemtype='https://schema.org/NewsArticle'>{F}<h1 itemprop=headline>Orlune wins order</h1><span itemprop=author>Mark Roe</span>, <time itemprop=datePublished datetime=2026-03-03>3 March</time>{_F}<div itemprop=articleBody>{M}{paragraphs(SENSORS)}{_M}</div></div><div class=foot-links>{NAV}</div><div>{FOOT}</div>"
    )


def plain_breaks() -> str:
    """Text in one element, its paragraphs told apart by two line breaks."""
    text = "<br/><br/>".join(BATTERIES)
    return page(
        f"<div class=head>{NAV}</div>{F}<h1>Battery plant for Narvik</h1>{_F}<div class=text>{M}{text}{_M}</div><hr><small>{FOOT}</small>"
    )


def pull_quotes() -> str:
    """A long article with quotes set apart, pictures and captions."""
    return page(
        f"<header class=site>{NAV}</header><main><article>{F}<h1>The bank that nobody wanted</h1><p class=byline>By Priya Holm</p>{_F}{M}<p>{RETAIL[0]}</p>{_M}<figure><img src=a.jpg>{F}<figcaption>A branch of Tindle Bank in Leeds.</figcaption>{_F}</figure>{M}<p>{RETAIL[1]}</p><h2>A price too high</h2><p>{RETAIL[2]}</p><blockquote>{RETAIL[3]}</blockquote><p>{RETAIL[4]}</p>{_M}</article></main><div class=more-stories><h3>More from business</h3><ul><li><a href=#>The last mill in Drammen</a></li><li><a href=#>Pelican Motors looks east</a></li></ul></div><footer>{FOOT}</footer>"
    )


def product_page() -> str:
    """What a company says of a product, in sections."""
    return page(
        f"<div id=header>{NAV}</div><section class=hero>{F}<h1>Skerry cells</h1>{_F}{M}<p>The battery cell for buses that run all day, made by Calder Quay Energy in Narvik.</p>{_M}<a class=btn href=#>Request a quote</a></section><section class=features>{M}<h2>Made for the north</h2><p>{BATTERIES[3]}</p><h2>Who uses it</h2><ul><li>Pelican Motors fits Skerry cells to its city buses.</li><li>Fjordline Ost tests them on two ferries.</li></ul>{_M}</section><section class=cta-band><h2>Talk to us</h2><p>Leave your number and somebody will call you back within a day.</p><form><input><button>Call me</button></form></section><footer>{FOOT}</footer>",
        title="Skerry cells - Calder Quay Energy",
    )


def faq() -> str:
    """Questions that open on a click."""
    items = "".join(
        f"<details><summary>{q}</summary><p>{a}</p></details>"
        for q, a in zip(
            ("What was agreed?", "When does it begin?", "Who supplied before?"),
            (SENSORS[0], SENSORS[1], SENSORS[3]),
            strict=True,
        )
    )
    return page(
        f"<nav>{NAV}</nav><main>{F}<h1>The order explained</h1>{_F}{M}{items}{_M}</main><div class=feedback><p>Was this page helpful?</p><button>Yes</button><button>No</button></div><footer>{FOOT}</footer>"
    )


def two_columns() -> str:
    """Columns of a style sheet framework with a long right rail."""
    rail = "".join(
        f"<div class=card><h4><a href=#>{t}</a></h4><p>{x}</p></div>"
        for t, x in (
            ("Markets today", "Stocks in Oslo opened little changed after a holiday."),
            ("Podcast", "Listen to our hosts talk about the week in shipping."),
            ("Events", "Meet our editors at the spring conference in Bergen."),
        )
    )
    return page(
        f"<div class=container><div class='row header-row'>{NAV}</div><div class=row><div class=col-md-8>{F}<h1>Orlune wins sensor order</h1>{_F}{M}{paragraphs(SENSORS)}{_M}</div><div class='col-md-4 right-rail'>{rail}</div></div></div><footer>{FOOT}</footer>"
    )


def exchange_notice() -> str:
    """A notice of a stock exchange, with a table of its details in front."""
    details = "<table><tr><td>Issuer</td><td>Orlune ASA</td></tr><tr><td>Category</td><td>Inside information</td></tr><tr><td>Market</td><td>Oslo Stock Exchange</td></tr></table>"
    return page(
        f"<div class=nav-bar>{NAV}</div><div id=notice>{F}<h1>Orlune ASA: major order</h1>{_F}{M}{details}<pre>{SENSORS[0]}\n{SENSORS[1]}\n\n{SENSORS[3]}</pre>{_M}</div><div class=legal><p>This information is subject to the disclosure requirements of the exchange. © 2026</p></div>"
    )


def correction() -> str:
    """A short article with a note on a correction and tags below."""
    return page(
        f"<header><a href=/>Harbour Media</a></header><nav>{NAV}</nav><article class=story>{F}<h1>Tindle names chair</h1>{_F}{M}<p>Tindle &amp; Rowe has named Helen Marsh chair of its board.</p><p>{RETAIL[4]}</p><p>This article was amended on 9 March because an earlier version misstated her age.</p>{_M}<ul class=topics><li><a href=#>Retail</a></li><li><a href=#>Boards</a></li></ul></article><section class=more-on-this-story><h2>More on this story</h2><ul><li><a href=#>Tindle &amp; Rowe keeps its bank</a></li><li><a href=#>Grocers count the cost of a warm winter</a></li></ul></section><footer>{FOOT}</footer>"
    )


def results_tables() -> str:
    """More tables than text."""
    rows = "".join(
        f"<tr><td>{name}</td><td>{a}</td><td>{b}</td></tr>"
        for name, a, b in (("Groceries", 812, 790), ("Clothing", 120, 133), ("Banking", 96, 91), ("Total", 1028, 1014))
    )
    table = f"<table><tr><th>GBP million</th><th>2025</th><th>2024</th></tr>{rows}</table>"
    return page(
        f"<nav>{NAV}</nav><div class=results>{F}<h1>Half-year results</h1>{_F}{M}<p>Sales of Tindle &amp; Rowe rose by 1.4 percent.</p>{table}<p>{RETAIL[2]}</p>{table.replace('Groceries', 'North')}{_M}</div><div class=signpost><p>Receive our results by e-mail as soon as they appear.</p><a href=#>Register</a></div><footer>{FOOT}</footer>"
    )


def mobile() -> str:
    """A page for telephones: a header within the article, buttons, an application to install."""
    return page(
        f"<div class=app-banner><p>Read this in our app, it is faster.</p><a href=#>Open</a></div><article><header>{F}<h1>Battery plant for Narvik</h1><p>4 April 2026, 3 min read</p>{_F}<button>Save</button><button>Aa</button></header><section>{M}{paragraphs(BATTERIES)}{_M}</section><footer><p>Filed under <a href=#>Energy</a></p></footer></article><div class=bottom-nav>{NAV}</div>"
    )


def forum() -> str:
    """A weblog post on a forum platform, with claps, responses and a box of the writer."""
    return page(
        f"<div role=navigation>{NAV}</div><div role=main>{F}<h1>What the sensor order tells us</h1><div>Mark Roe · 4 min read · Mar 4</div>{_F}<div><div><div>{M}{paragraphs(SENSORS)}{_M}</div></div><div class=claps>1.2K claps</div></div></div><div class=writer-card><h2>Written by Mark Roe</h2><p>I write about ships, sensors and the sea. Follow me for a new post each week.</p><button>Follow</button></div><div class=responses><p>Great read, thank you for putting the numbers together so clearly.</p></div><footer>{FOOT}</footer>"
    )


def frames_of_cards() -> str:
    """A magazine: a dark hero, drop capital, standfirst, cards of further reading."""
    cards = "".join(
        f"<a class=card href=#><img src=x><h3>{t}</h3><p>{x}</p></a>"
        for t, x in (
            ("The yard that came back", "How Gdynia learned to build again."),
            ("Salt", "A trade older than money."),
        )
    )
    return page(
        f"<div class=site-header>{NAV}</div><div class=hero-image>{F}<h1>The price of a bank</h1>{_F}{M}<p class=standfirst>Why a grocer could not part with its lender.</p>{_M}</div><div class=prose>{M}<p><span class=dropcap>T</span>he offers came in March, and they were low.</p>{paragraphs(RETAIL)}{_M}</div><div class=further-reading><h2>Further reading</h2>{cards}</div><div class=colophon>{FOOT}</div>"
    )


def wire_page() -> str:
    """A distribution service: contact block above the text, links to its services below."""
    return page(
        f"<div class=top-links>{NAV}</div><div class=release-container>{F}<h1>Calder Quay to build battery plant</h1>{_F}<p class=contact-top>For editors: Per Holm, +47 555 01 234, per.holm@calderquay.example</p>{M}<p>NARVIK, Norway, April 4, 2026 -- {BATTERIES[0]}</p>{paragraphs(BATTERIES[1:])}<p>About Calder Quay Energy</p><p>Calder Quay Energy makes battery cells for buses and ferries.</p>{_M}<p>SOURCE Calder Quay Energy</p></div><div class=more-from-source><h2>More releases from this source</h2><ul><li><a href=#>Calder Quay reports results for 2025</a></li></ul></div><div class=service-promo><p>Are you a journalist? Sign up for free access to all our releases.</p></div>{FOOT}"
    )


def old_frameset_bbs() -> str:
    """Capital letters, rules and centred text of the early web, without classes."""
    body = "".join(f"<P>{text}" for text in BATTERIES)
    return f"<HTML><HEAD><TITLE>Calder Quay News</TITLE></HEAD><BODY><CENTER>{F}<H1>CALDER QUAY BUILDS PLANT</H1>{_F}<A HREF=home.html>[Home]</A> <A HREF=index.html>[Index]</A> <A HREF=mail.html>[Mail]</A></CENTER><HR>{M}{body}{_M}<HR><CENTER><FONT SIZE=-1>You are visitor number 40213. This page was made with a text editor.</FONT></CENTER></BODY></HTML>"


def government_register() -> str:
    """A decision of an authority: definition list, numbered paragraphs, help around it."""
    points = "".join(f"<p>{n}. {text}</p>" for n, text in enumerate(RETAIL, 1))
    return page(
        f"<a class=skip-link href=#c>Skip to main content</a><div role=banner>{NAV}</div><div role=search><form><label>Search decisions</label><input></form></div><main id=c>{F}<h1>Decision 12/2026</h1>{_F}{M}<dl><dt>Party</dt><dd>Tindle &amp; Rowe plc</dd><dt>Sector</dt><dd>Retail banking</dd></dl>{points}{_M}</main><div class=page-feedback><h2>Help us improve this site</h2><p>Do not include personal information, such as your insurance number.</p></div><div role=contentinfo>{FOOT}</div>"
    )


def spa_lists() -> str:
    """Generated class names, text in list items and spans, a sticky bar."""
    items = "".join(f"<li class=css-1x2><span>{text}</span></li>" for text in SENSORS)
    return page(
        f"<div id=root><div class=css-9ab><a href=#>Home</a><a href=#>Deals</a><a href=#>People</a></div><div class=css-0zz>{F}<h1 class=css-h>Orlune and Brelco: what we know</h1>{_F}{M}<ul class=css-u>{items}</ul>{_M}</div><div class=css-sticky><span>Enjoying this story? Save it to your list.</span></div><div class=css-f>{FOOT}</div></div>"
    )


def gallery() -> str:
    """Pictures with captions that carry the text."""
    shots = "".join(
        f"<figure><img src={n}.jpg><figcaption>{text}</figcaption></figure>" for n, text in enumerate(BATTERIES)
    )
    return page(
        f"<nav>{NAV}</nav><article>{F}<h1>A plant in pictures</h1>{_F}{M}<p>Calder Quay builds its first plant north of the circle, and we were there.</p>{shots}{_M}</article>{RELATED}<footer>{FOOT}</footer>"
    )


def subscriber_note() -> str:
    """A note for subscribers above, a list of offers below, a poll amid the text."""
    poll = "<div class=poll><h4>Reader poll</h4><p>Would you buy shares in a grocer that owns a bank?</p><label><input type=radio>Yes</label><label><input type=radio>No</label></div>"
    return page(
        f"<nav>{NAV}</nav><div class=notice-bar>You have two free articles left this month.</div><article>{F}<h1>Tindle keeps bank</h1>{_F}{M}{paragraphs(RETAIL[:3])}{_M}{poll}{M}{paragraphs(RETAIL[3:])}{_M}</article><div class=offers><h3>Our offers</h3><ul><li>Digital, four pounds a month</li><li>Digital and print, nine pounds a month</li></ul></div><footer>{FOOT}</footer>"
    )


def letter() -> str:
    """A letter to shareholders with a salutation and a signature."""
    return page(
        f"<div class=brandbar>{NAV}</div><div class=letter>{F}<h1>Letter to shareholders</h1>{_F}{M}<p>Dear shareholders,</p>{paragraphs(SENSORS[:4])}<p>Thank you for your trust.</p><p>Ingrid Solberg<br>Chief executive</p>{_M}</div><div class=toolbox><a href=#>Download as PDF</a><a href=#>Order a printed copy</a></div><footer>{FOOT}</footer>"
    )


def glossary() -> str:
    """A company profile in a directory: facts in a table, a text, neighbours."""
    table = "<table class=facts><tr><td>Seat</td><td>Oslo</td></tr><tr><td>Chief executive</td><td>Ingrid Solberg</td></tr><tr><td>Employees</td><td>1,240</td></tr></table>"
    return page(
        f"<div class=directory-nav>{NAV}</div><div class=profile>{F}<h1>Orlune ASA</h1>{_F}{M}{table}{paragraphs(SENSORS[:4])}{_M}</div><div class=similar><h2>Similar companies</h2><ul><li><a href=#>Marlow Instruments</a></li><li><a href=#>Kestrel Radiotronics</a></li></ul></div><div class=claim><p>Is this your company? Claim the profile to keep it up to date.</p></div><footer>{FOOT}</footer>"
    )


def nested_articles() -> str:
    """Each teaser of further stories is an article element too."""
    teasers = "".join(
        f"<article class=teaser-small><h3><a href=#>{t}</a></h3><p>{x}</p></article>"
        for t, x in (
            ("Fjordline Ost orders ferries", "The operator wants four of them by 2029."),
            ("Marlow loses its chief", "He leaves after two years."),
        )
    )
    return page(
        f"<nav>{NAV}</nav><main><article class=full>{F}<h1>Orlune wins order</h1>{_F}{M}{paragraphs(SENSORS)}{_M}</article><section class=latest><h2>Latest</h2>{teasers}</section></main><footer>{FOOT}</footer>"
    )


DEVELOPMENT: tuple[Layout, ...] = (
    newsroom,
    cookies_first,
    sidebar,
    with_comments,
    newsletter_inside,
    nineties,
    div_soup,
    amp,
    wiki,
    press_release,
    blog,
    investor_page,
    paywall,
    lists,
    short_notice,
)
SECOND: tuple[Layout, ...] = (
    live_blog,
    transcript,
    index_of_teasers,
    ads_between,
    microdata,
    plain_breaks,
    pull_quotes,
    product_page,
    faq,
    two_columns,
    exchange_notice,
    correction,
    results_tables,
    mobile,
    forum,
)
BLIND: tuple[Layout, ...] = (
    frames_of_cards,
    wire_page,
    old_frameset_bbs,
    government_register,
    spa_lists,
    gallery,
    subscriber_note,
    letter,
    glossary,
    nested_articles,
)
