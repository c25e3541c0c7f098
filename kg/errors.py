"""Everything kg raises on purpose.

    KgError
    ├── InputError       a path or document that cannot be used
    ├── ConfigError      a configuration file with a wrong key or value
    ├── FormatError      a format of files that is not known, or whose library is missing
    ├── OntologyError    an ontology or lexicon that does not hold together
    ├── ModelError       language weights that are missing or damaged
    ├── QueryError       a query that cannot be parsed, bound or run
    │   └── UnknownNameError   a name in it that the graph does not have
    ├── StoreError       a store that is missing, damaged, full, in use or of a newer kg
    ├── DiskError        no room for temporary files
    └── ServerError      a server that cannot be reached, or does not do what it is asked

The message is one sentence for the person at the keyboard. Trouble with a single document is
not raised but recorded as a `kg.model.Problem`, so that the rest of a build goes on.
"""


class KgError(Exception):
    """Base of all errors that kg raises on purpose."""


class InputError(KgError):
    """A path or document cannot be used."""


class ConfigError(KgError):
    """A configuration file has a wrong key or value."""


class FormatError(KgError):
    """A format of files is not known, or its library is missing."""


class OntologyError(KgError):
    """An ontology or lexicon does not hold together."""


class ModelError(KgError):
    """Language weights are missing or damaged."""


class QueryError(KgError):
    """A query cannot be parsed, bound or run."""


class UnknownNameError(QueryError):
    """A query asks for something that the graph does not have."""


class StoreError(KgError):
    """A store is missing, damaged, full, in use or of a newer kg."""


class DiskError(KgError):
    """There is no room for temporary files."""


class ServerError(KgError):
    """A server cannot be reached, or does not do what it is asked."""
