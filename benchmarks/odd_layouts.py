"""Web pages of kinds that `strange_layouts.py` lacks, marked as in `layouts.py`; companies and people are invented.

`ODD` were written once the reading had been mended for those, `SECOND_ODD` once it had been mended for `ODD`; each was
measured before it was looked into.
"""

# ruff: noqa: E501 - the pages are lines as long as those of pages

from __future__ import annotations

from strange_layouts import CORPORATE, FOOT, NEWS, Layout, entries, picked


def interview() -> str:
    """A conversation: questions in bold that say "you", answers below, a box about the guest, a shop's bar."""
    return f"""<!doctype html><html lang=en><head><meta charset=utf-8><title>“Nobody buys a kiln twice” – Clay &amp; Capital</title></head><body class=site><header class=top><a class=brand>Clay &amp; Capital</a><nav>{entries(picked(NEWS, 9, 3), "<a>%n</a>")}</nav><div class=acct>Hi, guest. <a>Log in</a> or <a>become a member</a></div></header>
<div class=wrap><section class=talk><p class=section-label>The Thursday conversation</p><h1><!--free-->“Nobody buys a kiln twice”<!--/free--></h1><p class=intro><!--main-->Rosalind Achterberg runs Ovenwerk, which makes half of the industrial kilns in the Low Countries. She talks about debt, gas prices and the sale of the foundry arm.<!--/main--></p><p class=by><!--free-->Interview: Theo Maas. Photos: Lieke Prins<!--/free--></p>
<div class=qa><p class=q><b><!--main-->You sold the foundry arm in March. Why did you let it go?</b></p><p class=a>It had lost money for six years. Brandt &amp; Zoon paid 14 million euros for it and kept all 96 people. I could not have promised them that.</p>
<p class=q><b>How much does Ovenwerk still owe?</b></p><p class=a>We owe 31 million euros, most of it to Maasbank. In 2023 it was 58 million. The last loan runs out in 2029.</p>
<p class=q><b>Do you regret the plant in Ghent?</b></p><p class=a>No. It cost 22 million and it was late by a year, but your first electric kiln has to come from somewhere. Ours comes from Ghent.<!--/main--></p>
<div class=inset><p class=inset-h>Enjoying this talk?</p><p>Members get every conversation as a recording, and two guest passes a month.</p><a>See the plans</a></div>
<p class=q><b><!--main-->What will you do with the cash?</b></p><p class=a>We pay a dividend of 3 euros a share, the first since 2018, and buy the rest of Kiln Control Systems, of which we own 60 percent.</p></div><!--/main-->
<div class=guest><h4><!--free-->Rosalind Achterberg</h4><p>Born in Deventer in 1969, she joined Ovenwerk as an engineer in 1994 and has led it since 2015. She owns 12 percent of the shares.<!--/free--></p></div></section>
<section class=others><h3>Earlier conversations</h3><div class=o><a><b>“Bricks are a weather business”</b></a><span>Piet Vos, maker of bricks</span></div><div class=o><a><b>“I read the small print aloud”</b></a><span>Hanna Ruys, insurer</span></div><div class=o><a><b>“The tile came back”</b></a><span>Ines Lobo, tile maker</span></div></section></div><footer class=end><p>Clay &amp; Capital is made by Stoneware Press BV in Arnhem. Reproduction needs our consent.</p>{entries(picked(FOOT, 10, 5), "<a>%n</a> ")}</footer></body></html>"""


def customer_story() -> str:
    """A story about a customer on a supplier's site in utility classes: facts beside, numbers, challenge, quote, call."""
    return f"""<!doctype html><html lang=en><head><meta charset=utf-8><title>Customer story: Pellworth Dairies | Cirrusdock</title></head><body class="antialiased text-slate-900"><div class="sticky top-0 bg-white"><div class="mx-auto flex max-w-7xl">{entries(picked(CORPORATE, 12, 4), '<a class="px-3 py-2">%n</a>')}<a class="rounded bg-blue-600 px-4 text-white">Talk to sales</a></div></div>
<div class="mx-auto max-w-7xl grid grid-cols-12"><div class="col-span-8 py-12"><p class="uppercase text-sm">Customer story</p><h1 class="text-4xl font-bold"><!--free-->How Pellworth Dairies cut spoilage by a third<!--/free--></h1>
<div class="mt-8 grid grid-cols-3"><div class="border p-4"><div class="text-3xl"><!--main-->34%<!--/main--></div><div class="text-sm"><!--main-->less milk thrown away<!--/main--></div></div><div class="border p-4"><div class="text-3xl"><!--main-->£2.1m<!--/main--></div><div class="text-sm"><!--main-->saved in the first year<!--/main--></div></div><div class="border p-4"><div class="text-3xl"><!--main-->11<!--/main--></div><div class="text-sm"><!--main-->depots connected in eight weeks<!--/main--></div></div></div>
<div class="mt-10"><h2 class="text-2xl"><!--main-->The challenge</h2><p class="mt-4">Pellworth Dairies delivers to 4,200 shops from eleven depots in the Midlands. Temperatures in its 310 lorries were written down by hand, and a broken fridge was often found at the end of a round.</p><p class="mt-4">“We threw away a swimming pool of milk each quarter,” says Gareth Lyle, head of transport.<!--/main--></p></div>
<div class="mt-10"><h2 class="text-2xl"><!--main-->The solution</h2><p class="mt-4">Since May 2025 each lorry carries a Cirrusdock sensor that reports every minute. Pellworth chose Cirrusdock over Tallow Systems after a trial in Derby. The contract runs until 2030.</p><ul class="mt-4 list-disc"><li>Alarms reach the driver and the depot at once</li><li>Reports for food inspectors are written by the system</li><li>Old data from Tallow Systems was taken over in a weekend</li></ul><!--/main--></div>
<div class="mt-10 bg-slate-50 p-8"><p class="text-xl"><!--main-->“It paid for itself before Christmas. We are now fitting it to our farm tanks as well.”<!--/main--></p><p class="text-sm"><!--free-->Gareth Lyle, Pellworth Dairies<!--/free--></p></div>
<div class="mt-10 rounded bg-blue-50 p-8"><h3 class="text-xl">See what Cirrusdock can do for your fleet</h3><p class="mt-2">Half an hour with one of our engineers, no strings attached.</p><a class="rounded bg-blue-600 px-4">Pick a time</a></div></div>
<div class="col-span-4 py-12"><dl class="divide-y"><div><dt class="text-xs"><!--free-->Industry</dt><dd>Food</dd></div><div><dt class="text-xs">Head office</dt><dd>Stafford</dd></div><div><dt class="text-xs">Employees</dt><dd>1,900<!--/free--></dd></div></dl></div></div>
<div class="bg-slate-100"><div class="mx-auto max-w-7xl"><h2 class="text-2xl">More stories</h2><div class="grid grid-cols-3"><a class="p-4"><div class="font-bold">Norling Freight</div><div>Two hundred trailers, one screen</div></a><a class="p-4"><div class="font-bold">Blommen Export</div><div>Tulips that arrive awake</div></a><a class="p-4"><div class="font-bold">Cold Harbour Fish</div><div>From quay to counter at two degrees</div></a></div></div></div><div class="bg-slate-900 text-white"><div class="mx-auto max-w-7xl">{entries(picked(FOOT, 14, 6), '<a class="block">%n</a>')}<p>© 2026 Cirrusdock Ltd</p></div></div></body></html>"""


def release_notes() -> str:
    """Release notes of a maker of software: an entry each version, with lists; a bar with search, a box for ideas."""
    return f"""<!doctype html><html lang=en><head><meta charset=utf-8><title>What's new - Tallybook</title></head><body><div class=bar><span>Tallybook Help</span><input placeholder=Search>{entries(picked(CORPORATE, 7, 9), "<a>%n</a>")}</div><div class=cols><div class=side><ul>{entries(["Getting started", "Invoices", "Bank feeds", "Payroll", "Reports", "Year end"], "<li><a>%n</a></li>")}</ul></div><div class=content><h1><!--free-->What's new in Tallybook<!--/free--></h1>
<div class="release major"><h2><!--main-->Version 9.2, 4 May 2026</h2><p>Tallybook can now read invoices of suppliers by e-mail. The reading is done by Scanlet, a company from Riga that we bought in January.</p><ul><li>You can set a limit above which two people must approve a payment.</li><li>Bank feeds from Volkmark and Banca Ferrante are available in beta.</li></ul><!--/main--><p class=more><a>Full notes for 9.2</a></p></div>
<div class=release><h2><!--main-->Version 9.1, 2 February 2026</h2><p>Payroll has been rewritten for Ireland and covers the new pension scheme from its first day.</p><ul><li>Reports open three times as fast on large ledgers.</li><li>The connection to Shopwright was switched off after that company closed its interface.</li></ul><!--/main--><p class=more><a>Full notes for 9.1</a></p></div>
<div class=idea><h3>Missing something?</h3><p>Our product team reads every suggestion. Tell us what would make your month end shorter.</p><button>Suggest an idea</button></div>
<div class=release><h2><!--main-->Version 9.0, 10 November 2025</h2><p>Version 9 moves all customers to data centres of Nordic Vaults in Finland. The move took eleven weekends and ended on 9 November.</p><ul><li>Prices stay the same until the end of 2026.</li></ul><!--/main--></div>
<div class=helpful>Was this page useful to you? <button>Yes</button> <button>No</button></div></div></div><div class=foot>{entries(picked(FOOT, 9, 11), "<a>%n</a> ")}<p>Tallybook is a registered trade mark of Tallybook Software AS.</p></div></body></html>"""


def chair_letter() -> str:
    """A letter to shareholders in an annual report on the web: "we" throughout, figures beside, chapters to leaf through."""
    return f"""<!doctype html><html lang=en><head><meta charset=utf-8><title>Chair's letter | Annual Report 2025 | Helvane</title></head><body class=ar25><div class=ar-top><a>Helvane Annual Report 2025</a><button>Contents</button><button>Download centre</button></div><div class=ar-menu><ol>{entries(["At a glance", "Chair's letter", "Strategy", "Review of the year", "Risk", "Governance", "Accounts", "Notes"], "<li><a>%n</a></li>")}</ol></div>
<div class=ar-page><div class=ar-title><h1><!--free-->Dear shareholders<!--/free--></h1></div><div class=ar-text><p class=lead><!--main-->2025 was the year in which we stopped being a maker of cables and became a builder of grids.</p><p>In February we completed the purchase of Lumen Nord for 780 million Swiss francs. It brings us 1,400 engineers and contracts with nine grid operators. We have paid for it with a rights issue, in which 94 percent of you took part, and with bonds.</p><p>We sold our business in household wire to Cablo Iberica in June. It had been ours since 1931, and we did not part from it lightly.</p><h2>Results and dividend</h2><p>Sales rose by 19 percent to 3.6 billion francs. Net profit was 211 million. We propose a dividend of 2.40 francs per share; you will be asked to vote on it on 23 April.</p><h2>The board</h2><p>Our colleague Matthias Rohn retires after twelve years. We propose Ngozi Adeyemi-Falk, until last year the finance chief of Tessin Rail, as his successor.</p><p>We thank our people, our customers and you, our owners, for your trust.<!--/main--></p><p class=sign><!--free-->Corinne Wyss, Chair<!--/free--></p></div><div class=ar-side><div class=kpi><b><!--free-->3.6bn</b><span>Sales in francs</span></div><div class=kpi><b>19%</b><span>Growth</span></div><div class=kpi><b>9,800</b><span>Employees<!--/free--></span></div></div></div>
<div class=ar-next><a>Previous: At a glance</a><a>Next: Strategy</a></div><div class=ar-tools><p>You have 0 pages in your collection.</p><button>Add this page</button><a>Print</a><a>Order the printed report</a></div><div class=ar-foot>{entries(picked(FOOT, 8, 2), "<a>%n</a> ")}<p>Helvane AG, Uferstrasse 4, Schaffhausen</p></div></body></html>"""


def questions_of_a_bank() -> str:
    """Frequent questions of a bank about a takeover: folded answers that say "you"; a chat, a rating of the answers."""

    def faq(question: str, answer: str) -> str:
        return f"<details class=acc><summary><span><!--main-->{question}<!--/main--></span><i></i></summary><div class=acc-b><p><!--main-->{answer}<!--/main--></p><div class=vote>Did this answer your question? <button>Yes</button><button>No</button></div></div></details>"

    asked = "\n".join(
        faq(*pair)
        for pair in (
            (
                "Who has bought Fenmoor Building Society?",
                "Larkhill Bank bought Fenmoor on 1 March 2026 for 640 million pounds. Fenmoor is now a part of Larkhill and will keep its name until 2028.",
            ),
            (
                "Will my branch close?",
                "Eleven of the 63 branches will close, all in towns in which Larkhill has a branch as well. You will get a letter three months before.",
            ),
            (
                "What happens to my savings?",
                "Your accounts go on as they are. Until June 2027 Fenmoor has its own licence, so your savings are protected separately from those that you may have with Larkhill.",
            ),
            (
                "Can I still vote?",
                "No. Fenmoor is no longer owned by its members. If you were a member on 30 September 2025 you have been paid 250 pounds.",
            ),
            (
                "Why did the society agree to the sale?",
                "Its old computer system would have cost 90 million pounds to replace. The board decided in May 2025 that a partner was the better way.",
            ),
        )
    )
    return f"""<!doctype html><html lang=en><head><meta charset=utf-8><title>Larkhill and Fenmoor: your questions</title></head><body><div class=hd><a>Larkhill</a><ul>{entries(["Personal", "Business", "Mortgages", "Savings", "Cards", "Help"], "<li><a>%n</a></li>")}</ul><a class=ib>Register for internet banking</a></div><div class=alert><p>Beware of fraud: we will never ask for your password.</p></div><div class=hero><h1><!--free-->Larkhill and Fenmoor: your questions<!--/free--></h1><p><!--main-->Here is what the takeover of Fenmoor Building Society means for its 410,000 customers.<!--/main--></p></div><div class=faqs>
{asked}
</div><div class=contact><h2>Still need help?</h2><div class=c3><div><h3>Chat</h3><p>Our assistant is there day and night.</p></div><div><h3>Call</h3><p>0300 555 0199, Monday to Saturday from 8 to 6.</p></div><div><h3>Visit</h3><p>Find your nearest branch on the map.</p></div></div></div><div class=ft>{entries(picked(FOOT, 9, 8), "<a>%n</a> ")}<p>Larkhill Bank plc is authorised by the regulator and registered in Scotland. Calls may be recorded for training.</p></div></body></html>"""


def register_entry() -> str:
    """A page about a company on a directory: a table of facts, a description, events by date; adverts of the directory."""
    return f"""<!doctype html><html lang=en><head><meta charset=utf-8><title>Vossberg Hydraulik GmbH - Company profile - Firmafinder</title></head><body><div id=head><a>Firmafinder</a><form><input placeholder="Company, person, number"><button>Search</button></form><a>Prices</a><a>Log in</a></div><div id=trail><a>Germany</a> / <a>Saxony</a> / <a>Machines</a></div>
<div id=profile><h1><!--free-->Vossberg Hydraulik GmbH<!--/free--></h1><div class=state><!--free-->Active<!--/free--></div><div class=panel><h2><!--free-->Overview<!--/free--></h2><p><!--main-->Vossberg Hydraulik GmbH makes valves and cylinders for cranes and presses. It was founded in Chemnitz in 1991 and belongs to the Swedish group Hydrosten AB, which holds 75 percent, and to its managing director.</p></div><div class=panel><h2>Key facts</h2><table><tr><th>Employees</th><td>182 (2024)</td></tr><tr><th>Revenue</th><td>41.7 million euros (2024)</td></tr><tr><th>Managing director</th><td>Frauke Lindner</td></tr><tr><th>Auditor</th><td>Prüfwerk Sachsen AG</td></tr></table></div>
<div class=panel><h2>Events</h2><ul class=events><li><b>12 March 2026</b> Frauke Lindner appointed managing director in place of Bernd Oelke.</li><li><b>3 July 2025</b> Capital raised from 2.0 to 3.5 million euros.</li><li><b>20 January 2024</b> Merger with Vossberg Service GmbH entered.</li></ul><!--/main--></div><div class="panel locked"><h2>Credit rating</h2><p>The credit rating of this company is for subscribers. Unlock it from 9 euros per report.</p><button>Unlock</button></div></div>
<div id=near><h2>Companies nearby</h2><a>Elbtal Pressen GmbH</a><a>Kranbau Zwickau AG</a><a>Drehteile Merz KG</a></div><div id=claim><p>Is this your company? Claim the profile and add a logo, pictures and news.</p></div><div id=bottom>{entries(picked(FOOT, 9, 13), "<a>%n</a> ")}<p>Data come from public registers and are given without guarantee.</p></div></body></html>"""


def transcript() -> str:
    """The transcript of a call on results: speakers as paragraphs in bold, an operator, an advert of the service."""
    return f"""<!doctype html><html lang=en><head><meta charset=utf-8><title>Orbell Foods (ORBL) Q1 2026 earnings call transcript</title></head><body><div class=nav>{entries(picked(NEWS, 12, 7), "<a>%n</a>")}</div><div class=page><div class=main-col><h1><!--free-->Orbell Foods (ORBL) Q1 2026 earnings call transcript<!--/free--></h1><div class=pub><!--free-->By Callwire Transcribing - Apr 28, 2026 at 1:31PM<!--/free--></div><div class=promo-strip>Our analysts have named their ten best stocks, and Orbell was not one of them. <a>See the ten</a></div><div class=article-content><h2><!--main-->Prepared remarks</h2><p><strong>Operator</strong></p><p>Good morning and welcome to the first-quarter call of Orbell Foods. I will now hand over to Dana Kirsch, the chief executive.</p><p><strong>Dana Kirsch</strong> -- <em>Chief Executive Officer</em></p><p>Thank you, and good morning. Net sales were $1.12 billion, up 5 percent. We closed the purchase of Sunny Acre Snacks on March 2 and expect it to add $180 million to sales this year.</p><p>We have also ended our contract with Prairie Mills. You will remember that its price was fixed in 2022.</p><p><strong>Ravi Menon</strong> -- <em>Chief Financial Officer</em></p><p>Our gross margin was 31.4 percent. We repaid $90 million of the term loan and bought back shares for $25 million. We confirm our outlook of $3.10 to $3.25 a share.</p><h2>Questions and answers</h2><p><strong>Olive Trent</strong> -- <em>Hartsell Securities</em></p><p>Could you tell us how much of the growth came from price?</p><p><strong>Dana Kirsch</strong> -- <em>Chief Executive Officer</em></p><p>About two points. The rest is volume, and most of that is from Valmarket, which now sells all of our snacks.<!--/main--></p></div><div class=disc><p>This article is a transcript of this conference call produced by Callwire. While we strive for our best, there may be errors. Callwire holds no shares in Orbell.</p></div></div><div class=right-col><h4>Premium picks</h4><p>Returns of 412% since 2009, beating the market by a mile.</p><a>Join now</a></div></div><div class=bot>{entries(picked(FOOT, 10, 17), "<a>%n</a> ")}</div></body></html>"""


def agenda() -> str:
    """A page about an industry fair: what it is, a timetable, speakers as cards, tickets, sponsors."""
    card = "<div class=spk><h4><!--free-->{}<!--/free--></h4><p><!--free-->{}<!--/free--></p></div>"
    speakers = "".join(
        card.format(*each)
        for each in (
            ("Ilse Brandt", "Chief executive, Frostline Logistics"),
            ("Omar Haddad", "Head of cold chain, Medivale"),
            ("Sunniva Dahl", "Founder, Kjolna"),
            ("Piers Aldous", "Partner, Redgrave Capital"),
        )
    )
    return f"""<!doctype html><html lang=en><head><meta charset=utf-8><title>Cold Chain Days 2026</title></head><body><div class=evt-top><span>Cold Chain Days</span>{entries(["Programme", "Speakers", "Tickets", "Hotel", "Press"], "<a>%n</a>")}<a class=btn>Get tickets</a></div><div class=evt-hero><h1><!--free-->Cold Chain Days 2026<!--/free--></h1><p><!--free-->16 to 17 September 2026, Malmö<!--/free--></p></div><div class=evt-sec><h2><!--main-->About the event</h2><p>Cold Chain Days brings together 1,200 people who store and move food and medicine. It was founded in 2014 by Frostline Logistics and has been run by the fair company Messe Skåne since 2022.</p><p>This year Medivale will present its new store in Lund, which cost 75 million euros, and Kjolna will show a truck that cools with liquid air.<!--/main--></p></div><div class=evt-sec><h2><!--main-->Programme</h2><table><tr><td>9:00</td><td>Ilse Brandt: what the merger with Isvik has taught Frostline</td></tr><tr><td>10:30</td><td>Omar Haddad: how Medivale delivers to 900 pharmacies</td></tr><tr><td>14:00</td><td>Panel: who pays for the new refrigerants?</td></tr></table><!--/main--></div><div class=evt-sec><h2><!--free-->Speakers<!--/free--></h2><div class=grid4>{speakers}</div></div><div class=evt-tix><h2>Tickets</h2><div class=tix><div class=t><h3>Early</h3><p>€390 until 31 May</p><a>Buy</a></div><div class=t><h3>Regular</h3><p>€490 until the fair</p><a>Buy</a></div><div class=t><h3>Student</h3><p>€90 with a card</p><a>Buy</a></div></div><p>Your ticket includes lunch and the evening on the ferry. You can cancel until two weeks before.</p></div><div class=evt-mail><p>Be the first to hear about new speakers.</p><input><button>Keep me posted</button></div><div class=evt-ft>{entries(picked(FOOT, 8, 21), "<a>%n</a> ")}</div></body></html>"""


def news_and_replies() -> str:
    """News in a forum's software: the story is the first post, replies of readers have the same form as it."""

    def post(who: str, text: str) -> str:
        return f"<div class=topic-post><div class=names><a>{who}</a><span>Mar 2</span></div><div class=cooked>{text}</div><div class=post-controls><button>Like</button><button>Reply</button></div></div>"

    first = "<p><!--main-->Harlan Tools has been bought by its staff. The founder, Edmund Harlan, sold all of his shares to a trust for 8.4 million pounds, the company said in a letter to dealers.</p><p>The trust borrowed the money from Pennine Bank and will pay it back from profits by 2034. Harlan makes chisels and planes in Sheffield and has 71 employees.</p><p>Edmund Harlan stays on as a director until the end of the year. His daughter Ruth runs the export business, which made 3.1 million pounds of sales in 2025.<!--/main--></p>"
    return f"""<!doctype html><html lang=en><head><meta charset=utf-8><title>Harlan Tools sold to its staff - News - Bench Talk</title></head><body><header class=d-header><a>Bench Talk</a><button>Sign Up</button><button>Log In</button></header><div id=main-outlet><h1><!--free-->Harlan Tools sold to its staff<!--/free--></h1><div class=post-stream>{post("<!--free-->editor<!--/free-->", first)}{post("<!--free-->jackplane<!--/free-->", "<p><!--free-->Good for them. I bought my first plane from Edmund in 1988 and it still works.<!--/free--></p>")}{post("<!--free-->dovetail_dan<!--/free-->", "<p><!--free-->Does anybody know whether the prices will go up now that there is a loan to be paid?<!--/free--></p>")}</div><div class=signup-cta><h3>Hello! Looks like you enjoy the discussion, but you have not signed up for an account yet.</h3><p>When you create an account, we remember exactly what you have read, so that you always come back right where you left off.</p><button>Sign Up</button><button>Maybe later</button></div><h3>Suggested topics</h3><table><tr><th>Topic</th><th>Replies</th><th>Views</th></tr><tr><td><a>Is Harple steel still any good?</a></td><td>14</td><td>812</td></tr><tr><td><a>Which sharpening stone for a start?</a></td><td>41</td><td>3.1k</td></tr></table></div><footer><p>Powered by Discurse, best viewed with JavaScript enabled</p></footer></body></html>"""


def shop_page() -> str:
    """A shop: description, what is in the box, measures; reviews of buyers, delivery, others bought."""
    review = "<div class=review><div class=stars>★★★★★</div><h4>{}</h4><p>{}</p><span>{}</span></div>"
    reviews = "".join(
        review.format(*each)
        for each in (
            (
                "Does what it says",
                "Arrived in two days and has made six hundred espressos so far without a leak.",
                "Karen, Hull",
            ),
            ("Loud", "My neighbour asked whether we had bought a motorbike. The coffee is fine.", "Imran, Leeds"),
            ("Third one", "The cafe has had three of these since 2015 and the first still runs.", "Bea, York"),
        )
    )
    return f"""<!doctype html><html lang=en><head><meta charset=utf-8><title>Brio Due espresso machine | Kettle &amp; Cup</title></head><body><div class=promo-bar>Free delivery on orders over £40</div><div class=head><a>Kettle &amp; Cup</a><a>Machines</a><a>Grinders</a><a>Beans</a><a>Sale</a><a>Basket (0)</a></div><div class=product><div class=gallery></div><div class=buy><h1><!--free-->Brio Due espresso machine<!--/free--></h1><div class=price><!--free-->£1,149.00<!--/free--></div><p class=stock>In stock, ready to ship</p><button>Add to basket</button><p class=pay>Pay in three parts of £383 with Splitly. Terms apply.</p></div></div><div class=tabs><div class="tab on"><h2><!--main-->Description</h2><p>The Brio Due is made by Officine Morandi in Bergamo, which has built machines for cafes since 1958. It has two boilers, so that milk and coffee can be made at the same time.</p><p>Kettle &amp; Cup has been the only seller of Morandi machines in Britain since 2021. We test each of them in Harrogate before it leaves, and your machine comes with a sheet of what we measured.<!--/main--></p></div><div class=tab><h2><!--main-->In the box</h2><ul><li>Machine with two filter holders and a steel jug</li><li>Tamper of olive wood, made by Legni Rossi</li></ul><!--/main--></div><div class=tab><h2><!--main-->Measures</h2><table><tr><th>Width</th><td>31 cm</td></tr><tr><th>Weight</th><td>18.5 kg</td></tr><tr><th>Power</th><td>2,300 W</td></tr></table><!--/main--></div><div class=tab><h2>Delivery and returns</h2><p>We ship by courier on the day of your order if it reaches us before two. You may return it within 30 days.</p></div></div><div class=reviews><h2>What our customers say</h2>{reviews}<button>Write a review</button></div><div class=also><h2>Often bought with it</h2><div class=p><a>Grinder Macina 64</a><span>£389.00</span></div><div class=p><a>Cleaning powder, 900 g</a><span>£11.50</span></div><div class=p><a>House blend, 1 kg</a><span>£24.00</span></div></div><div class=news><h3>10% off your first order</h3><p>Join our list for new machines, recipes and the odd bargain.</p><input><button>Join</button></div><div class=foot><a>Delivery</a><a>Returns</a><a>Privacy</a><p>Kettle &amp; Cup Ltd, 4 Station Parade, Harrogate. VAT 411 2204 09.</p></div></body></html>"""


def trade_daily() -> str:
    """A trade daily whose boxes have the same headings and paragraphs as the story, and speak as "we"."""
    return """<!doctype html><html lang=en><head><meta charset=utf-8><title>Salt group Hallgrim buys rival in Poland | Minerals Daily</title></head><body><div class=shell><div class=shell-top><b>Minerals Daily</b> <a>News</a> <a>Prices</a> <a>Jobs</a> <a>Directory</a></div><div class=story-grid><div class=story><h1 class=h><!--free-->Salt group Hallgrim buys rival in Poland<!--/free--></h1><p class=t><!--main-->Hallgrim Salt will pay 92 million euros for Kujawska Sol, which evaporates salt near Inowroclaw and supplies makers of soda, the two companies said on Monday.</p><p class=t>Kujawska belonged to the state until 2011 and since then to the fund Vistula Growth. It employs 340 people and made a profit of 9 million euros last year.</p><h3 class=h>Soda makers object</h3><p class=t>Two customers, Sodachem and Ciechowicz Glass, have asked the competition office to stop the purchase. They fear that Hallgrim will raise prices.<!--/main--></p><div class=unit><h3 class=h>Salt prices every Friday</h3><p class=t>We collect the prices of road salt, table salt and brine from 60 buyers in nine countries. Our tables go back to 1996.</p><p class=t><a>Order a sample of the tables</a></p></div><p class=t><!--main-->Hallgrim says that it has no such plan. Its chief executive, Jorunn Moe, called the purchase “a bridge to the south” and promised to keep the works open until 2035 at least.</p><h3 class=h>Loan from Oslo</h3><p class=t>Fjordbanken lends Hallgrim 60 million euros for the purchase, and the seller keeps a share of 10 percent for three years.<!--/main--></p><div class=unit><h3 class=h>Minerals Daily in your language</h3><p class=t>Since May our reports have been available in Polish and in German as well, on the day on which they appear.</p></div></div><div class=col><div class=unit><h3 class=h>Calendar</h3><p class=t>Potash Forum meets in Kassel on 9 June. Registration is open until the end of May.</p></div><div class=unit><h3 class=h>Jobs of the week</h3><p class=t>Geologist in Boulby, buyer in Delft, sales manager in Saskatoon.</p></div></div></div><div class=shell-end><p class=t>Minerals Daily is edited in Rotterdam by a team of eleven and has no shareholders in the trade.</p></div></div></body></html>"""


def results_and_tiles() -> str:
    """A company's front page for the press on the day of its results: bands, quotes, tiles that lead elsewhere."""
    return """<!doctype html><html lang=en><head><meta charset=utf-8><title>Corvane: half-year 2026</title></head><body><div class=gh><a>Corvane</a><a>Business</a><a>Careers</a><a>Media</a></div><section class=band-a><h1><!--free-->Half-year 2026: record orders<!--/free--></h1><p><!--main-->Corvane, the maker of lifts, took orders of 2.2 billion euros in the first half of 2026, 14 percent more than a year ago.<!--/main--></p></section><section class=band-b><div class=inner><h2><!--main-->Orders from three railways</h2><p>The largest order, of 310 million euros, came from Metro Lisboa Sul, which replaces its escalators by 2031. We won it against Hebelin and Okubo.<!--/main--></p></div></section><section class=band-c><div class=inner><blockquote><!--main-->We are hiring 600 fitters this year, more than ever.<!--/main--></blockquote><p class=who><!--free-->Paula Estrada, chief executive<!--/free--></p></div></section><section class=band-b><div class=inner><h2><!--main-->Outlook raised</h2><p>We now expect a margin of 11 percent for the year, after 10 percent before. The sale of our parking business to Hebelin is to be closed in October.<!--/main--></p></div></section><section class=band-d><h2>Find out more</h2><div class=tiles><div class=tile><h3>Working at Corvane</h3><p>Our fitters tell why they would not want to work anywhere else.</p><button>Go</button></div><div class=tile><h3>Lifts for old houses</h3><p>How we fit a lift into a stairwell of 90 centimetres.</p><button>Go</button></div><div class=tile><h3>Service around the clock</h3><p>One call and a fitter is with you within the hour.</p><button>Go</button></div></div></section><section class=band-e><p>Contact for journalists: press office, +49 40 555 0147</p></section><div class=gf><a>Imprint</a><a>Privacy</a><p>This page contains statements about the future which may turn out to be wrong.</p></div></body></html>"""


def weekly_digest() -> str:
    """A digest of a week: five short pieces under headings, an advert like a piece, what the sender is."""
    return """<!doctype html><html lang=en><head><meta charset=utf-8><title>Week 19: two mergers and a walk-out | The Quay Letter</title></head><body><table class=mail width=600><tr><td class=bar>View this letter in a browser</td></tr><tr><td><h1><!--free-->Week 19: two mergers and a walk-out<!--/free--></h1><p><!--free-->Good morning from Antwerp.<!--/free--></p></td></tr><tr><td class=item><h2><!--main-->Dockers leave Terminal 9</h2><p>Some 400 dockers of Portico Terminals walked out on Tuesday after the company ended its agreement on night shifts. The union wants 6 percent.<!--/main--></p></td></tr><tr><td class=item><h2><!--main-->Bulk carriers join up</h2><p>Aegir Bulk and Thalassa Lines merge into a fleet of 88 ships. Aegir holds 55 percent of the new company, which will be led by Nikos Danas.<!--/main--></p></td></tr><tr><td class="item ad"><h2>A word from our sponsor</h2><p>Keelsafe coats hulls so that nothing grows on them for five years. Get an offer within a day at keelsafe.example.</p></td></tr><tr><td class=item><h2><!--main-->Cranes for Matadi</h2><p>Pelorus Cranes delivers four cranes to the port of Matadi for 38 million dollars, paid for by a loan of the African Harbour Bank.<!--/main--></p></td></tr><tr><td class=item><h2><!--main-->And another merger</h2><p>The tug firms Sleper and Boxtug have dropped the plan of last year and will merge after all, without the Belgian branch.<!--/main--></p></td></tr><tr><td class=end><p>You get this letter since you signed up at quayletter.example. We send it on Fridays. To stop it, unsubscribe with one click.</p></td></tr></table></body></html>"""


ODD: tuple[Layout, ...] = (
    interview,
    customer_story,
    release_notes,
    chair_letter,
    questions_of_a_bank,
    register_entry,
    transcript,
    agenda,
)
SECOND_ODD: tuple[Layout, ...] = (news_and_replies, shop_page, trade_daily, results_and_tiles, weekly_digest)
