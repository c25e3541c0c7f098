"""Who does what to whom in a parsed sentence: subjects, objects and preposition phrases of verbs.

Written over the labels of the ClearNLP dependency scheme that spaCy's English pipelines use. Every
function gives head tokens of noun phrases, unresolved: pronouns, lists and kinds are other rooms' work.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

VERBAL = frozenset({"VERB", "AUX"})
# tokens on each side of a word that are looked at for it: more than a sentence of prose has, so that a text of one
# endless sentence does not take the square of its length
STRETCH = 400
_EXAMPLE = frozenset({"like", "as", "including", "namely"})
_NAMING = frozenset({"call", "name", "dub", "know", "brand"})
_RELATIVE = frozenset({"which", "who", "that", "whom"})
# "asked X to buy": what the object does, not the subject
_OBJECT_CONTROL = frozenset(
    (
        "ask urge allow help let force require order enable persuade permit want expect tell invite authorize make "
        "choose pick select hire commission contract appoint name engage tap"
    ).split()
)


def is_verb(token: Token) -> bool:
    """Whether a token is a verb or auxiliary used as one."""
    return token.pos_ in VERBAL or (
        token.tag_ in {"VBG", "VBN"} and token.dep_ in {"acl", "advcl", "pcomp", "relcl", "ROOT", "conj", "xcomp"}
    )


def children(token: Token, *deps: str) -> list[Token]:
    """Children with one of the dependency labels, left to right."""
    return [c for c in token.children if c.dep_ in deps]


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive, bare participles after a noun ("software made by") included."""
    if children(verb, "nsubjpass", "auxpass", "csubjpass"):
        return True
    if (
        verb.tag_ != "VBN"
        or any(c.lemma_ in {"have", "'ve"} for c in children(verb, "aux"))
        or children(verb, "nsubj", "dobj")
    ):
        return False
    if verb.dep_ in {"acl", "amod"}:
        return True
    if verb.dep_ == "advcl":
        return True
    return verb.dep_ == "conj" and is_verb(verb.head) and is_passive(verb.head)


def surface_subject(verb: Token, depth: int = 0) -> list[Token]:
    """The grammatical subject, the understood one of infinitives, participles and joined verbs included."""
    own = children(verb, "nsubj", "nsubjpass")
    if not own and verb.dep_ == "relcl":
        # "that Quillon licenses": an unknown name may be read as part of its verb
        own = [t for t in children(verb, "compound") if t.i == verb.i - 1 and t.pos_ == "PROPN"]
    if own:
        return [relative(t) for t in own]
    return _understood(verb, depth) if depth < 6 else []


def _understood(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if verb.dep_ in {"xcomp", "ccomp", "advcl", "conj"} and is_verb(head):
        controller = children(head, "dobj")
        if verb.dep_ == "xcomp" and controller and head.lemma_ in _OBJECT_CONTROL:
            return controller
        return surface_subject(head, depth + 1)
    if verb.dep_ in {"xcomp", "advcl", "ccomp"} and head.pos_ in {"ADJ", "NOUN"} and is_verb(head.head):
        return surface_subject(head.head, depth + 1)
    if verb.dep_ == "pcomp":
        return _of_phrase(head, depth)
    if verb.dep_ == "acl" or (verb.dep_ == "relcl" and verb.tag_ == "VB"):
        return _of_noun(verb, depth)
    if verb.dep_ == "relcl":
        return [head]
    return []


def _of_phrase(preposition: Token, depth: int) -> list[Token]:
    """The subject of a gerund behind a preposition ("earns money by renting")."""
    head = preposition.head
    if is_verb(head):
        if preposition.lower_ == "from" and (kept := children(head, "dobj")):
            return kept  # "blocked X from buying"
        return surface_subject(head, depth + 1)
    if owners := children(head, "poss"):
        return owners
    verb = governing_verb(head)
    return surface_subject(verb, depth + 1) if verb is not None else []


def _of_noun(verb: Token, depth: int) -> list[Token]:
    """The subject of a participle or infinitive that modifies a noun: the noun, or who has the plan or deal."""
    noun = verb.head
    if verb.tag_ in {"VBG", "VBN"} and not children(verb, "aux"):
        return [noun]
    if owners := children(noun, "poss"):
        return owners
    governor = governing_verb(noun)
    return surface_subject(governor, depth + 1) if governor is not None else []


def agent(verb: Token) -> list[Token]:
    """Who acts: the subject of the active, the "by" phrase of the passive."""
    if is_passive(verb):
        return [p for by in children(verb, "agent", "prep") if by.lower_ == "by" for p in children(by, "pobj")]
    return surface_subject(verb)


def patient(verb: Token) -> list[Token]:
    """What is acted on: the object of the active, the subject of the passive."""
    if is_passive(verb):
        if verb.dep_ in {"acl", "amod"} and not children(verb, "nsubjpass"):
            return [verb.head]
        return surface_subject(verb)
    objects = children(verb, "dobj")
    if objects and all(is_measure(t) or t.ent_type_ == "MONEY" for t in objects) and (whom := children(verb, "dative")):
        objects = [t for t in whom if t.pos_ != "ADP"] or objects  # "fined X $3 million"
    if objects:
        return [relative(t) for t in objects]
    if verb.dep_ == "relcl" and not any(t.lower_ in _RELATIVE for t in children(verb, "nsubj")):
        return [verb.head]
    # "makes and sells X"
    joined = [c for c in children(verb, "conj") if is_verb(c) and not children(c, "nsubj")]
    return children(joined[0], "dobj") if joined and joined[0].i - verb.i <= 3 else []


def objects_of(head: Token, *prepositions: str) -> list[Token]:
    """Objects of the given prepositions that belong to a verb or noun, those hung on its object included."""
    hosts = [head, *children(head, "prt", "advmod", "npadvmod", "oprd", "acomp", "attr", "dep")]
    if is_verb(head):
        hosts += [t for t in children(head, "dobj", "nsubjpass") if not _is_clause_subject(t, head)]
        hosts += [n for t in children(head, "dobj") for n in children(t, "npadvmod", "advmod")]
        if not {"through", "via"}.isdisjoint(prepositions):
            hosts += [c for c in children(head, "xcomp", "advcl") if c.tag_ == "VB"]
        hosts += [p for q in children(head, "prep") for p in children(q, "pobj") if is_measure(p)]
    found = [
        p
        for h in hosts
        for q in children(h, "prep", "dative", "agent", "prt")
        if q.lower_ in prepositions
        for p in children(q, "pobj")
    ]
    if "to" in prepositions:
        found += [t for t in children(head, "dative") if t.pos_ != "ADP"]
    # "which runs on X": the preposition's object may be the relative pronoun
    return [relative(t) for t in found]


def is_measure(token: Token) -> bool:
    """Whether a noun is a number or amount."""
    return token.pos_ == "NUM" or token.ent_type_ in {"MONEY", "PERCENT", "DATE", "QUANTITY", "CARDINAL"}


def _is_clause_subject(token: Token, verb: Token) -> bool:
    return token.dep_ == "nsubjpass" and token.i < verb.i and any(c.dep_ == "prep" for c in token.children)


def speaks_of_one(verb: Token) -> bool:
    """Whether a relative clause is about the last thing named only: "A, B and C, which makes"."""
    while verb.dep_ == "conj" and is_verb(verb.head) and not children(verb, "nsubj", "nsubjpass"):
        verb = verb.head
    pronoun = any(t.tag_ in {"WDT", "WP"} or t.lower_ == "that" for t in children(verb, "nsubj", "nsubjpass"))
    plural = verb.tag_ == "VBP" or any(c.tag_ == "VBP" for c in children(verb, "aux", "auxpass"))
    return pronoun and not plural


def base_forms(token: Token) -> list[str]:
    """A word's base form, and what it may be where the base model guesses wrong: "fined" is no "fin"."""
    lemma, word = token.lemma_.lower(), token.lower_
    guesses = [word[:-1], word[:-2]] if word.endswith(("ed", "es")) else [word[:-1]] if word.endswith("s") else []
    return list(dict.fromkeys([lemma, *guesses]))


def relative(token: Token) -> Token:
    """The noun that a relative pronoun stands for, or the token itself."""
    if (token.lower_ not in _RELATIVE and token.tag_ not in {"WDT", "WP", "WP$"}) or token.tag_ == "DT":
        return token
    clause = clause_of(token)
    if clause is None:
        return token
    # "X and Y, who pay": a plural verb speaks of the whole list
    return list_head(clause.head) if clause.tag_ == "VBP" and clause.head.dep_ == "conj" else clause.head


def clause_of(token: Token) -> Token | None:
    """The verb of the relative clause that a token stands in."""
    for ancestor in token.ancestors:
        if ancestor.dep_ == "relcl":
            return ancestor
    return None


def governing_verb(token: Token) -> Token | None:
    """The nearest verb above a noun."""
    for ancestor in token.ancestors:
        if is_verb(ancestor):
            return ancestor
    return None


def verb_over(noun: Token, *ties: str) -> Token | None:
    """The verb whose object or complement a noun is, ties such as prepositions between; none for an apposition."""
    token = list_head(noun)
    for _ in range(3):
        if token.dep_ in {"dobj", "attr", "oprd", "nsubjpass"}:
            return token.head if is_verb(token.head) else None
        if token.dep_ != "pobj" or token.head.dep_ not in ties:
            return None
        token = token.head.head
        if (token.pos_ == "ADV" and is_verb(token.head)) or (token.dep_ == "prep" and is_verb(token.head)):
            token = token.head  # "walked away from", "pulled out of"
        if is_verb(token):
            return token
    return None


def conjuncts(token: Token) -> list[Token]:
    """A token and those listed with it ("X, Y and Z"), a first one misread as a modifier included."""
    before = [c for c in token.lefts if c.dep_ == "nmod" and children(c, "cc")]
    found, queue = [*before, token], [token]
    while queue:
        for child in children(queue.pop(0), "conj"):
            if token.doc[child.left_edge.i - 1].lower_ == "not" or children(child, "neg"):
                continue  # "X and not Y"
            found.append(child)
            queue.append(child)
    return found


def list_head(token: Token) -> Token:
    """The first member of the list that a token belongs to."""
    while token.dep_ == "conj" and token.head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
        token = token.head
    return token


def descriptions(span: Span) -> list[Token]:
    """Nouns that say what a name is, nearest first.

    "X, a chain of shops", "the chain X", "X is a chain", "chains such as X", "a chain called X".
    """
    root, nouns = span.root, _after_comma(span)
    nouns += [c for c in root.children if c.dep_ == "appos"]
    if root.dep_ in {"appos", "attr"}:
        nouns.append(root.head if root.dep_ == "appos" else _subject_noun(root))
    if root.dep_ == "appos" and root.head.pos_ == "PROPN" and root.head.dep_ == "pobj":
        nouns.append(root.head.head.head)  # "a spokeswoman for Y, X"
    if root.dep_ in {"nsubj", "dobj"} and root.head.lemma_ in {"be", "become", "remain"}:
        nouns += children(root.head, "attr")
    if is_verb(root.head) and root.dep_ == _holder_of_post(root.head):
        nouns += objects_of(root.head, "as")  # "X acts as adviser", "named X as chairman"
    if root.dep_ == "dobj" and root.head.lemma_ == "include":
        nouns += surface_subject(root.head)
    anchor = root.head if root.dep_ == "compound" and root.head.pos_ == "NOUN" else root
    if anchor.dep_ == "pobj" and anchor.head.lower_ in _EXAMPLE and (noun := _above_example(anchor.head)) is not None:
        nouns.append(noun)
    naming = root.head.head if root.dep_ == "pobj" and root.head.lower_ == "as" else root.head
    if root.dep_ in {"oprd", "pobj"} and naming.lemma_ in _NAMING:
        nouns += [naming.head] if naming.dep_ == "acl" else patient(naming)
    if span.start and span.doc[span.start - 1].head.i in range(span.start, span.end):
        nouns.append(span.doc[span.start - 1])
    distinct = {t.i: t for t in nouns if t.pos_ in {"NOUN", "PROPN", "ADJ"} and t.i not in range(span.start, span.end)}
    return list(distinct.values())


def _holder_of_post(verb: Token) -> str:
    """The part that a phrase with "as" speaks of: "X acts as", "Y named X as", "X succeeds Y as"."""
    if children(verb, "dobj") and verb.lemma_ not in {"succeed", "replace", "join"}:
        return "dobj"
    return "nsubjpass" if children(verb, "nsubjpass") else "nsubj"


def _subject_noun(attribute: Token) -> Token:
    """The subject that a predicate noun is said of ("the first customers are X")."""
    subjects = surface_subject(attribute.head) if is_verb(attribute.head) else []
    return subjects[0] if subjects else attribute


def _after_comma(span: Span) -> list[Token]:
    """The noun of ", a chain of shops," right behind a name, whatever the parser hangs it on."""
    doc, i = span.doc, span.end
    if (
        i + 2 >= len(doc)
        or doc[i].text != ","
        or (doc[i + 1].dep_ != "det" and doc[i + 1].lower_ not in {"a", "an", "its"})
    ):
        return []
    noun = doc[i + 1].head
    # "X, the platform run by Y": a bare participle, for which the parser may take the noun as subject
    apart = noun.dep_ in {"nsubj", "nsubjpass"} and (noun.head.tag_ != "VBN" or children(noun.head, "aux", "auxpass"))
    # an object of a verb behind it is no apposition, one of a verb before it cannot be but one
    apart = apart or noun.dep_ in {"pobj", "conj"} or (noun.dep_ == "dobj" and noun.head.i > span.start)
    return [noun] if doc[i + 1].i < noun.i <= i + 9 and not apart else []


def _above_example(preposition: Token) -> Token | None:
    """The noun before "like X", "such as X", "including X"."""
    if preposition.lower_ == "as" and (preposition.i == 0 or preposition.doc[preposition.i - 1].lower_ != "such"):
        return None
    head = preposition.head.head if preposition.head.lower_ == "such" else preposition.head
    if head.pos_ in {"NOUN", "PROPN"}:
        return head
    return next(
        (t for t in reversed(preposition.doc[preposition.sent.start : preposition.i]) if t.pos_ == "NOUN"), None
    )
