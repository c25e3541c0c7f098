"""Web pages of kinds that are no articles of news, or in layouts unlike those of `layouts.py`, marked as there.

A live blog, a forum, a vacancy, a company's page about itself, a product, an investor's page, a regulator's notice and
others, written by a hand that had not seen kg's reading. All companies and people are invented.
"""

# ruff: noqa: E501 - the pages are lines as long as those of pages

from __future__ import annotations

import html
import random
import re
from collections.abc import Callable, Sequence

Layout = Callable[[], str]

NEWS = (
    "Home|Latest|Markets|Companies|Economy|"
    "Banking and financial services|Energy|Technology|Retail & consumer|Industrials|"
    "Healthcare and pharmaceuticals|Property|Transport|Media|Telecoms|"
    "Commodities and raw materials|Currencies|Bonds|Small caps|Personal finance and pensions|"
    "Opinion|Leaders|Columnists|Letters to the editor desk|Long reads|"
    "Podcasts|Video|Data & charts|Events|Work & careers|"
    "Management|Startups|Private equity & deals|Sustainability and climate|World|"
    "Europe|Americas|Asia-Pacific|Middle East & Africa|UK regions|"
    "Politics|Regulation and the law|Tax|Weekend magazine supplement|Books|"
    "Travel|Crossword and puzzle corner|Portfolio tool|Watchlist|My saved articles and alerts"
).split("|")

CORPORATE = (
    "About us|Our history|Our strategy at a glance|Leadership team and board|Governance|"
    "Where we operate|Products|Solutions by industry|Industrial systems|Services and spare parts|"
    "Innovation|Research centres|Brands|Sustainability|Climate & environment reports|"
    "People and communities|Responsible supply chain policy|Ethics line|Investors|Share price and tools|"
    "Annual and interim reports|Results centre|Financial calendar 2026|AGM|Debt investor information|"
    "Regulatory announcements feed|Analyst coverage list|Media|News|Press kit and image bank|"
    "Media contacts directory|Events|Careers|Life with us|Graduates and apprentices|"
    "Open positions worldwide|Customer support centre|Download library and manuals|Find a distributor near you|Warranty|"
    "Contact|Login"
).split("|")

FOOT = (
    "Terms and conditions of use|Privacy notice|Cookie policy and preferences|Accessibility statement and help|Modern slavery statement 2025|"
    "Sitemap|Contact the newsroom team|Help centre|FAQ|Advertise with us today|"
    "Corrections and complaints|Editorial code of practice|Syndication and licensing|Group subscriptions desk|Student discount scheme|"
    "Manage your account settings|Mobile apps|RSS|Facebook|LinkedIn|"
    "YouTube|Instagram|Careers|Supplier portal login|Whistleblowing channel|"
    "Imprint|Do not sell my information|Fraud and phishing alerts|Dealer locator|Tax strategy statement|"
    "Gender pay gap report archive|Legal disclaimer and notices|Newsletters|Print edition archive|Back issues|"
    "Developer API|Security disclosures|Trust centre|Affiliate programme terms|Investor email alerts sign-up|"
    "Country and language selector|Feedback|Site credits|Subprocessors|Refund policy|"
    "Community guidelines page|Vulnerability reports|Glossary|Archive 2010-2024|Gift a subscription"
).split("|")


def picked(names: Sequence[str], number: int, seed: int) -> list[str]:
    """Some names of a menu in its order."""
    return [names[n] for n in sorted(random.Random(seed).sample(range(len(names)), number))]


def entries(names: Sequence[str], form: str) -> str:
    """The entries of a menu: of `form` %n is the name and %s what stands for it in an address."""
    return "\n".join(form.replace("%s", _slug(name)).replace("%n", html.escape(name)) for name in names)


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def filled(source: str, **menus: str) -> str:
    """A page with its menus, and with somewhere that each link leads to."""
    for name, menu in menus.items():
        source = source.replace(f"@@{name}@@", menu)
    return re.sub(r"(?i)<a(?=[ >])(?![^>]*href)", "<a", source)


def ledger() -> str:
    """News site, WordPress-like theme: entry-content, right sidebar, unclosed <p> and <li>."""
    return filled(
        r"""<!DOCTYPE html>
<html lang="en-GB" class=no-js>
<head>
<meta charset="UTF-8">
<title>Brackley Foods agrees £412m takeover of Tolland Dairies - The Northern Ledger</title>
</head>
<body class="post-template-default single single-post postid-88213 single-format-standard has-sidebar">
<a class="skip-link screen-reader-text">Skip to content</a>
<div id=page class=site>
<header id=masthead class=site-header>
<div class=top-bar><span class=date-now>Tuesday 10 March 2026</span> <a>Sign in</a> <a class=btn-sub>Subscribe from £1 a week</a></div>
<div class=site-branding><p class=site-title><a>The Northern Ledger</a></p><p class=site-description>Business across the north since 1911</p></div>
<nav id=site-navigation class=main-navigation><button class=menu-toggle> Menu</button>
<ul id=primary-menu class="menu nav-menu">
@@nav@@
</ul></nav>
</header>
<div id=content class=site-content><div class="ad-slot leaderboard" id=div-gpt-ad-1><span class=ad-label>Advertisement - story continues below</span></div>
<div id=primary class=content-area><main id=main class=site-main>
<article id=post-88213 class="post-88213 post type-post status-publish format-standard has-post-thumbnail hentry category-deals tag-brackley">
<header class=entry-header>
<div class=breadcrumbs><a>Home</a> &raquo; <a>Companies</a> &raquo; <a>Food &amp; drink</a></div>
<h1 class=entry-title><!--main-->Brackley Foods agrees £412m takeover of Tolland Dairies</h1>
<p class=standfirst>Cash-and-shares offer ends eight months of talks and creates the third-largest dairy group in the north of England<!--/main--></p>
<div class=entry-meta><span class=byline><!--free-->By <a class="url fn n">Joan Hartwell</a></span> <time class="entry-date published" datetime="2026-03-10T07:42:00+00:00">10 March 2026, 7:42 am<!--/free--></time></div>
<ul class=share-bar><li><a> Share this story on Facebook</a><li><a> <!--free-->Post<span class=screen-reader-text> on X<!--/free--></span></a><li><a> Share this story on LinkedIn</a><li><a> <!--free-->Email</a></ul>
</header>
<figure class=post-thumbnail><figcaption>A tanker leaves the Tolland Dairies plant near Kendal. Picture: Ledger Images<!--/free--></figcaption></figure>
<div class=entry-content>
<p><!--main--><span class=dropcap>B</span>rackley Foods has agreed to buy its smaller rival <a>Tolland Dairies</a> for £412&nbsp;million in cash and shares, the two companies said on Tuesday.
<p>Holders of Tolland stock will receive 310&nbsp;pence in cash and 0.42 of a new Brackley share for each share held, a premium of 27&nbsp;per&nbsp;cent to the closing price on Friday.
<p>“This is a combination of two farming businesses that know one another well,” said Margaret Oyelowo, chief executive of Brackley. “We have bought milk from the same valleys for <em>sixty years</em>.”<!--/main--></p>
<div class="wp-block-group newsletter-inline"><h4>Get the Ledger Briefing in your inbox</h4><p>Every weekday at 6.30am our editors pick the five stories that matter to business readers in the north.</p><form><input type="email"><button><!--free-->Sign up<!--/free--></button></form></div>
<h2><!--main-->Savings from two creameries</h2>
<p>The group expects annual cost savings of £18&nbsp;million by the third year, most of it from joining the creameries at <strong>Penrith</strong> and <strong>Skipton</strong>. About 140 of 2,300 jobs are likely to go, it said.
<p>Tolland made a pre-tax profit of £31.4m on sales of £505m in the year to September. Brackley, which owns the Dalesgate cheese brand, had sales of £1.1bn.</p>
<p>The two first talked in July last year, when a fire at Tolland’s bottling hall near Kendal put it out of action for seven weeks and supermarkets turned to Brackley for milk. An approach at 280p a share was turned down in November.
<p>Under the terms agreed on Monday night, Tolland’s chairman, Robert Faulds, will join the Brackley board and its head of farming, Alison Rigg, will run milk supply for the group. The head office at Kendal is to close within eighteen months.</p>
<h2>Farmers want guarantees</h2>
<p>About 610 farms sell milk to the two dairies. The Cumbrian Milk Growers, which speaks for 240 of them, asked for a promise that no contract would be ended before 2029. Brackley said it would “honour every contract to its full term” but went no further.
<p>Analysts at Corbett Lane said the price looked full but fair. “At nine times earnings before interest and tax nobody is getting a bargain,” wrote Peter Amis, who rates Brackley a hold.<!--/main-->
<p class=related-inline><strong><!--free-->Read more:<!--/free--></strong> <a>Why oat drink makers are courting Cumbrian mills</a></p>
<p><!--main-->The deal needs the approval of Tolland shareholders and of the competition authority. The founding Tolland family, which holds 38&nbsp;per&nbsp;cent, has said it will vote in favour.
<p>Shares in Brackley fell 3.1&nbsp;per&nbsp;cent to 688p in early trading. Tolland rose 22&nbsp;per&nbsp;cent.<!--/main-->
</div>
<footer class=entry-footer><span class=tags-links>Topics: <a>Mergers and acquisitions</a>, <a>Dairy</a>, <a>Cumbria</a></span></footer>
</article>
<section class=author-box><h3>About Joan Hartwell</h3><p>Joan has covered food and farming companies for the Ledger since 2014. She was regional business writer of the year in 2021.</p></section>
<nav class="navigation post-navigation"><div class=nav-links><div class=nav-previous><a>Leeds fintech Paywell raises £9m from Dutch fund</a></div><div class=nav-next><a>Ferry operator to add second Hull freight route</a></div></div></nav>
<section class=jp-relatedposts><h3>You may also be interested in</h3><div class=items><div class=item><a>Yorkshire baker Ormsby warns on wheat costs</a></div><div class=item><a>Supermarket price war squeezes cheese makers again</a></div><div class=item><a>Haulier Denby seeks buyer after bank calls in loan</a></div></div></section>
</main></div>
<aside id=secondary class=widget-area>
<section class="widget widget_popular"><h2 class=widget-title>Most read</h2><ol><li><a>Council tax: which northern cities will pay most?</a><li><a>Steel town counts cost of furnace closure</a><li><a>The family firm that makes every church bell in Britain</a><li><a>House prices in Harrogate slip for fourth month</a></ol></section>
<section class="widget widget_text"><h2 class=widget-title>Northern Business Awards 2026</h2><div class=textwidget><p>Nominations close on 30 April. Enter your company in one of fourteen categories now.</p></div></section>
<section class="widget widget_markets"><table><tr><td>FTSE 100<td>8,911.2<td>-0.3%<tr><td>FTSE 250<td>20,450.7<td>+0.1%<tr><td>Pound/dollar<td>1.2874<td>+0.2%</table></section>
</aside>
</div>
<footer id=colophon class=site-footer><div class=footer-widgets><ul>
@@foot@@
</ul></div><div class=site-info>&copy; 2026 Northern Ledger Publishing Ltd. All rights reserved. Registered in England no. 00119283.</div></footer>
</div>
<div id=cookie-bar class=cookie-bar><p>This site uses cookies to improve your visit and to show advertising. By carrying on you accept their use.</p><button>Accept</button><button>Settings</button></div>
</body></html>""",
        nav=entries(
            picked(NEWS, 27, 1), '<li id="menu-item-%s" class="menu-item menu-item-type-taxonomy"><a>%n</a></li>'
        ),
        foot=entries(picked(FOOT, 30, 1), "<li><a>%n</a>"),
    )


def pump_maker() -> str:
    """Company newsroom press release, Bootstrap grid, bullet list of key points, mega menu."""
    return filled(
        r"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><title>Ferrand Pumps opens assembly plant in Wroclaw | Ferrand Pumps AG</title>
<meta property="og:title" content="Ferrand Pumps opens assembly plant in Wroclaw">
</head>
<body>
<div class="modal fade show" id=consentModal role=dialog><div class=modal-dialog><div class=modal-content><div class=modal-header><h5 class=modal-title>Your privacy choices on this site</h5></div><div class=modal-body><p>Ferrand uses essential cookies to run this website and, if you agree, optional cookies to measure its use. You can change your mind at any time.</p></div><div class=modal-footer><button class="btn btn-primary">Accept all optional cookies</button><button class="btn btn-link">Only essential cookies, please</button></div></div></div></div>
<header class="navbar navbar-expand-lg fixed-top"><a class=navbar-brand></a>
<button class=navbar-toggler></button>
<div class="collapse navbar-collapse"><ul class="navbar-nav mr-auto"><li class="nav-item dropdown"><a class="nav-link dropdown-toggle">Company</a><div class="dropdown-menu mega">
@@nav@@
</div></li></ul><form class=form-inline><input class=form-control type="search"><button class=btn></button></form></div></header>
<div class="container-fluid hero-strip"><ol class=breadcrumb><li class=breadcrumb-item><a>Home</a></li><li class=breadcrumb-item><a>Newsroom</a></li><li class="breadcrumb-item active">Press release</li></ol></div>
<div class=container><div class=row><div class="col-lg-8 offset-lg-1">
<div class="press-date text-muted">Basel, 18 May 2026</div>
<h1 class=display-4><!--main-->Ferrand Pumps opens assembly plant in Wroc&#322;aw</h1>
<ul class=keypoints>
<li>New plant will build 40,000 heat pump circulators a year from 2027</li>
<li>Investment of CHF 62 million, with 210 jobs at full output</li>
<li>Site runs on solar power and heat recovered from its own test stands</li>
</ul>
<div class=richtext>
<p>Ferrand Pumps AG today opened its fourth European assembly plant. The 18,500&nbsp;m&sup2; building in the Fabryczna district of Wroc&#322;aw took 19 months to build and replaces a rented hall in nearby Ole&#347;nica.</p>
<p>&bdquo;Poland has become our second-largest market within five years,“ said Chief Executive Officer Beat L&uuml;scher at the opening. &bdquo;Being close to installers saves eleven days on the average order.“</p>
<p>The plant will take over the final assembly of the <a>Calyx</a> and <a>Nordo</a> ranges from the parent works in Muttenz, which will concentrate on motors and controls. No jobs will be lost in Switzerland.</p>
<h3>Partners from the region</h3>
<p>Castings come from Odlewnia Brzeska, a family foundry 40 kilometres away with which Ferrand signed a seven-year supply contract in January. The Lower Silesian development agency contributed a grant of PLN 14 million.</p>
<p>The Group has sold in Poland since 1996, at first through a distributor, Hydrotermika of Pozna&#324;, which it bought in 2021. Sales there reached CHF 118 million in 2025, almost a fifth of the Group total of CHF 604 million.</p>
<h3>Next steps until 2028</h3>
<p>The first of four assembly lines has been running since April with 54 employees. The second is to follow in October. A paint shop, for which the supervisory board released a further CHF 9 million last week, is planned for 2028.</p>
<p>A training workshop for 30 apprentices a year opens in September together with the Technical School No. 10.<!--/main--></p>
</div>
<div class="card download-card"><div class=card-body><h5 class=card-title>Downloads</h5><a>Press release as PDF (212 KB)</a><br><a>High resolution pictures, ZIP archive (34 MB)</a></div></div>
<div class="share d-print-none"><span>Share this press release with others</span> <a class=s></a><a class=s></a><a class=s></a></div>
</div>
<div class="col-lg-3 sidebar"><h4>More news from the Ferrand group</h4><div class=list-group><a class=list-group-item><small>2 May 2026</small><br>Annual general meeting approves all motions of the board</a><a class=list-group-item><small>14 April 2026</small><br>Ferrand names Ines Baumgartner head of service</a><a class=list-group-item><small>27 March 2026</small><br>Order intake grows by 8 percent in the first quarter</a></div><a class="btn btn-outline">Go to the press release archive</a>
<div class=subscribe-box><h4>News by e-mail</h4><p>Register to receive press releases on the day that they are published.</p><input type="email"><button class=btn>Register</button></div></div>
</div></div>
<footer class="footer bg-dark"><div class=container><div class=row>
@@foot@@
</div><p class=copyright>&copy; Ferrand Pumps AG, Hofackerstrasse 71, 4132 Muttenz</p></div></footer>
</body></html>""",
        nav=entries(
            picked(CORPORATE, 28, 2), '<div class="col-md-3"><a class="dropdown-item"><span>%n</span></a></div>'
        ),
        foot=entries(picked(FOOT, 31, 2), '<div class="col-6 col-md-3"><a class="footer-link">%n</a></div>'),
    )


def paper_mill() -> str:
    """Company About page: full-width bands, counters, timeline as definition list, team cards."""
    return filled(
        r"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Our story – Quillmark Paper</title>
</head>
<body class="page page--about lang-en">
<div class=announcement-bar><p>Trade customers: order before 3pm for next day delivery on all stock sizes <a>See stock list</a></p></div>
<div class=header-wrap><a class=logo> Quillmark</a><div class=burger></div><nav class="nav nav--main"><ul class=nav__list>
@@nav@@
</ul></nav><a class=cta>Request a sample pack today</a></div>
<div class="band band--hero" style="background-image:url(/img/mill.jpg)"><div class=band__inner><h1 class=hero-heading><!--main-->Paper made slowly, on the same river since 1874</h1><p class=hero-sub>Quillmark is a family-owned maker of cotton and recycled papers with mills in Devon and Galicia.</p></div></div>
<div class="band band--intro"><div class="band__inner two-col"><div class=col><h2>Who we are and what we make</h2></div><div class=col>
<p>We make 11,000 tonnes of paper a year for stationers, printers and packaging designers in 34 countries. Four in every five sheets are made from cotton waste, old jeans or office paper collected within 120&nbsp;miles of the mill.</p>
<p>The company belongs to the Trevanion and Luxford families, who hold 71% between them, and to a trust for our 264 employees, which holds the other 29%.</p></div></div></div>
<div class="band band--numbers"><div class=counter><span class=counter__n>11,000</span><span class=counter__l>tonnes of paper made each year</span></div><div class=counter><span class=counter__n>264</span><span class=counter__l>people at work in two mills</span></div><div class=counter><span class=counter__n>£47.5m</span><span class=counter__l>turnover in the year to June 2025</span></div></div>
<div class="band band--timeline"><div class=band__inner><h2>Five generations in seven dates<!--/main--></h2><dl class=timeline>
<dt><!--free-->1874<!--/free--></dt><dd><!--main-->Josiah Trevanion leases a corn mill at Ivybridge and fits a single vat.<!--/main--></dd>
<dt><!--free-->1921<!--/free--></dt><dd><!--main-->The first machine, bought from a bankrupt mill in Kent, starts to turn.<!--/main--></dd>
<dt><!--free-->1958<!--/free--></dt><dd><!--main-->Quillmark supplies the paper for banknotes of three Commonwealth countries.<!--/main-->
<dt><!--free-->1987<!--/free--></dt><dd><!--main-->Luxford &amp; Daughters, an envelope maker in Exeter, merges with Quillmark.<!--/main-->
<dt><!--free-->2009<!--/free--></dt><dd><!--main-->We buy the Papelera do Ulla mill near Padr&oacute;n from its administrators.<!--/main--></dd>
<dt><!--free-->2019<!--/free--></dt><dd><!--main-->The employee trust is set up with a gift of shares from both families.<!--/main--></dd>
<dt><!--free-->2024<!--/free--></dt><dd><!--main-->A biomass boiler replaces gas at Ivybridge and cuts emissions by 62%.</dd></dl></div></div>
<div class="band band--values"><div class=band__inner><h2>How we treat the river</h2><p>Each litre of water that we take from the Erme goes back cleaner than it came. We publish the readings of the outflow meter every month, and an ecologist from <a>the university</a> counts the dippers each spring.</p><blockquote class=quote><p>“My grandmother said a mill is only as good as the trout below it.”<!--/main--></p><cite><!--free-->Harriet Luxford, chair<!--/free--></cite></blockquote></div></div>
<div class="band band--cards"><h3 class=cards-title>Keep exploring the world of Quillmark</h3><div class=cards><a class=card><b>Visit</b><span>Book a tour of the Devon mill, Fridays only</span></a><a class=card><b>Shop</b><span>Notebooks, letter sets and deckle-edge sheets</span></a><a class=card><b>Join</b><span>Apprenticeships for makers and engineers</span></a></div></div>
<div class="band band--signup"><h3>Letters from the mill, four times a year</h3><p>Join 9,000 paper lovers who get our seasonal letter. No spam, unsubscribe at any time.</p><form><input><button>Join</button></form></div>
<div class=footer-area><div class=footer-cols><ul>
@@foot@@
</ul></div><div class=address>Quillmark Paper Company Limited, Mill Lane, Ivybridge, Devon PL21</div><div class=legal>All content &copy; Quillmark 1874-2026. VAT registration GB 1180 4427 03.</div></div>
<div class="ck ck--bottom"><span>Only the cookies we truly need are set unless you say yes to more.</span><button>Yes to all</button><button>No thanks</button></div>
</body></html>""",
        nav=entries(picked(CORPORATE, 24, 3), '<li class="nav__item"><a class="nav__link">%n</a></li>'),
        foot=entries(picked(FOOT, 32, 3), '<li class="footer-cols__i"><a>%n</a></li>'),
    )


def haulier() -> str:
    """Investor relations page: statement, key figures table, tabs, calendar and share price widgets, nested wrappers."""
    return filled(
        r"""<!DOCTYPE html>
<html lang="en">
<head id=Head1>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>Half-year results 2025/26 | Investors | Stavering Logistics plc</title>
</head>
<body>
<form id=aspnetForm>

<div id=wrapper><div id=outer><div id=header><div class=tools><a class=txt-size>A</a> <a class="txt-size big">A</a> | <a>Print this investor page</a> | <a>Register for e-mail alerts</a></div>
<div class=sp-widget>Stavering Logistics (STV) 402.50p +1.25p <span class=delay>Delayed by at least 15 minutes</span></div>
<div id=topnav><table class=navtable><tr>
@@nav@@
</tr></table></div></div>
<div id=contentarea><div id=leftcol><ul class=subnav><li class=on><a>Results centre</a><ul><li><a>Full-year results 2024/25</a></li><li><a>Trading update, January 2026</a></li><li><a>Five-year financial record</a></li></ul></li><li><a>Shareholder services and forms</a></li><li><a>Dividend history and dates</a></li></ul></div>
<div id=maincol><div class=inner><div class=ctl00_placeholder><div class=rte>
<h1><!--main-->Half-year results for the six months to 31 December 2025</h1>
<p class=intro>Parcel volumes reached a record in the peak season and the contract logistics division returned to profit.</p>
<h2>Key figures for the half year<!--/main--></h2>
<table class=kf summary="Key figures"><thead><tr><th><!--free-->&nbsp;</th><th>H1 2025/26</th><th>H1 2024/25</th><th>Change<!--/free--></th></tr></thead><tbody>
<tr><td><!--main-->Group revenue (£m)</td><td>684.2</td><td>641.9<!--/main--></td><td><!--free-->+6.6%<!--/free--></td></tr>
<tr class=alt><td><!--main-->Underlying operating profit (£m)</td><td>47.3</td><td>39.8<!--/main--></td><td><!--free-->+18.8%<!--/free--></td></tr>
<tr><td><!--main-->Underlying earnings per share (pence)</td><td>21.6</td><td>17.9<!--/main--></td><td><!--free-->+20.7%<!--/free--></td></tr>
<tr class=alt><td><!--main-->Interim dividend per share (pence)</td><td>6.40</td><td>5.75<!--/main--></td><td><!--free-->+11.3%<!--/free--></td></tr>
<tr><td><!--main-->Net debt excluding leases (£m)</td><td>118.4</td><td>152.0<!--/main--></td><td><!--free-->-22.1%<!--/free--></td></tr></tbody></table>
<h2><!--main-->Chief executive’s comment</h2>
<p>Ruth Abernethy, Chief Executive, said: “We moved 91&nbsp;million parcels between October and Christmas Eve, eight per cent more than a year ago, and did so with fewer agency staff than in any of the past five peaks.”</p>
<p>The Parcels division lifted revenue by 9.1% to £402.7m. Two of the three contracts that made losses in Contract Logistics were renegotiated and the third, with a maker of garden furniture, ended in November.</p>
<p>Cash generated by operations was £71.8m (H1 2024/25: £58.1m). The sale of the former depot at Bow for £19.5m was completed on 3&nbsp;October and brought an exceptional profit of £7.2m, which is not part of the underlying figures.</p>
<p>After the end of the period the Group bought Fenland Pallets Limited, a network of 38 hauliers in the east of England, for an initial £12m in cash. Up to £4m more will fall due if profit targets are met by 2028.</p>
<h2>Outlook for the second half</h2>
<p>The Board now expects underlying operating profit for the full year at the upper end of the range of market forecasts, which it understands to be £84m to £89m. Capital spending will be about £55m, of which £30m is for the hub at Lutterworth.<!--/main--></p>
</div>
<div class=tabs><a>Reports</a><a>Webcast</a><a>Presentation</a></div><div class=tab-pane id=t1><ul class=dl><li><a>Download the half-year report (PDF, 1.4 MB)</a></li><li><a>Download the results presentation (PDF, 3.1 MB)</a></li><li><a>Listen to the recording of the analysts’ call</a></li></ul></div>
</div></div></div>
<div id=rightcol><div class=box><h3>Financial calendar</h3><p>12 March 2026: Ex-dividend date for interim dividend</p><p>21 July 2026: Pre-close trading statement</p><p>16 September 2026: Preliminary results</p></div><div class="box contactbox"><h3>IR contact</h3><p>Call our registrars on 0371 555 0144 with questions about your holding.</p></div></div>
<div class=clear></div></div>
<div id=footer><p>
@@foot@@
</p><p class=disc>Nothing on this website is an offer or an invitation to invest in the shares of Stavering Logistics plc. Past performance is no guide to the future.</p><p>&copy; Stavering Logistics plc 2026. Registered office: 4 Canal Basin, Coventry.</p></div></div></div>
</form>
</body></html>""",
        nav=entries(picked(CORPORATE, 26, 4), '<td class="navcell"><a onmouseover="sw(this)">%n</a></td>'),
        foot=entries(picked(FOOT, 30, 4), '<a>%n</a> <span class="sep">|</span>'),
    )


def shopkeeper() -> str:
    """Personal business blog, static site, semantic HTML5, post footer with bio, newsletter and comments."""
    return filled(
        r"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>What I learned from closing my shop · Till &amp; Counter</title><meta content="Dev Mistry"></head>
<body>
<header class=blog-head><a class=blog-name>Till &amp; Counter</a><p class=tagline>Notes on running small shops, by someone who ran three</p><details class=topics><summary> All topics</summary><ul>
@@nav@@
</ul></details><button class=theme>☾</button></header>
<main class=post-wrap>
<article class=h-entry itemscope>
<header><h1 class=p-name itemprop="headline"><!--main-->What I learned from closing my shop<!--/main--></h1><p class=meta><time class=dt-published datetime="2026-02-03"><!--free-->3 Feb 2026</time> · 6 min read · <a>4 comments<!--/free--></a></p></header>
<div class=e-content itemprop="articleBody">
<p><!--main-->On the last Saturday of January I turned the key of Mistry Hardware in Loughborough for the final time. It had lost £1,900 a month since the retail park opened, and I am told that I should have closed it a year earlier.</p>
<p>I kept a notebook through the last twelve weeks. Here is what I would tell anyone who is about to do the same thing.</p>
<h2 id=stock>1. Your stock is worth less than you think</h2>
<p>My books said £84,000. A clearance dealer from Derby offered £11,500 for the lot and would not take the paint. In the end I sold <i>a third</i> to customers at half price, a third to <a>Fenwold Builders Supplies</a> at cost, and the rest went to the dealer for £4,200.</p>
<h2 id=lease>2. Read the lease before you read anything else</h2>
<p>There was a break clause, but it needed six months' notice <strong>in writing to the head landlord</strong>, not to the agent. I found this out in week three. It cost me a quarter's rent, or £5,625.<!--/main--></p>
<aside class=pullout><p>Free guide: the 12-point lease checklist for shopkeepers. Download it here.</p></aside>
<h2 id=people><!--main-->3. Tell your people first</h2>
<p>I had two staff. I told them on a Monday, before the bank and before the suppliers. Both stayed to the end; one of them, Carol, now manages the counter at Fenwold.</p>
<blockquote>You told us straight, so we stayed straight with you.</blockquote>
<h2 id=money>The final account</h2>
<ul><li>Money in from stock and fittings: £38,740</li><li>Paid to suppliers, the bank and the tax office: £29,310</li><li>Redundancy pay for two people: £6,150</li><li>Left over after nineteen years: £3,280</li></ul>
<p>It is not a fortune. But nobody is owed anything, and I can walk down the High Street without crossing the road.<!--/main--></p>
</div>
<footer class=post-foot><p>Filed under: <a>closing-a-business-well</a> <a>leases</a> <a>stock</a></p><div class=bio><p>Dev Mistry ran hardware shops in Leicestershire for nineteen years and now helps other owners with their numbers. He lives with two greyhounds.</p></div></footer>
</article>
<section class=subscribe><h3>Liked this? There is one letter a month.</h3><p>I write to 2,140 shopkeepers on the first Sunday of each month. It is free and always will be.</p><form><input type="email" required><button>Count me in</button></form></section>
<nav class=pn><a>← How to price a bag of nails</a><a>Card fees: the quiet rise nobody voted for →</a></nav>
<section id=comments class=comments><h3>4 comments</h3><ol>
<li class=c><b>Annie R.</b> <time>3 Feb</time><p>We closed our wool shop in 2023 and I wish I had read this first. The landlord point is so true.</p>
<li class=c><b>Piotr</b> <time>4 Feb</time><p>Nineteen years is a good run, mate. My dad bought all his hinges from you.</p>
<li class="c reply"><b>Dev</b> <time>4 Feb</time><p>Thank you Piotr, please say hello to him from me!</p>
<li class=c><b>shopgirl88</b> <time>9 Feb</time><p>Did you have to pay business rates on the empty unit after you handed the keys back?</p></ol><p class=cform>Add your comment: your email address will not be shown.</p></section>
</main>
<aside class=blogroll><h4>Elsewhere</h4><ul>
@@foot@@
</ul></aside>
<footer class=bf><p>Made with a text editor and too much tea. Words © Dev Mistry, share them freely with a link.</p></footer>
</body></html>""",
        nav=entries(
            "Pricing|Stock control for beginners|Leases and landlords|Staff|Card payments|Suppliers".split("|"),
            "<li><a>%n</a></li>",
        ),
        foot=entries(
            "The Corner Grocer|Bread Line Bakery Diaries|Village Shop Association news|Ledger Lines|Shelf Talker|Good Counter Craft Podcast".split(
                "|"
            ),
            '<li><a rel="noopener">%n</a></li>',
        ),
    )


def budget_day() -> str:
    """Live blog: reverse-ordered entries with timestamps, key events rail, sticky header."""
    return filled(
        r"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Budget day live: fuel duty frozen as chancellor lifts growth forecast | Daily Exchange</title>
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "LiveBlogPosting", "headline": "Budget day live", "description": "Updates from the spring budget.", "datePublished": "2026-03-04T16:10:00Z", "dateModified": "2026-03-04T16:10:00Z", "image": ["https://img.example.com/1200/lead.jpg"], "publisher": {"@type": "Organization", "name": "Daily Exchange", "logo": {"@type": "ImageObject", "url": "https://img.example.com/logo.png"}}, "mainEntityOfPage": {"@type": "WebPage", "@id": "https://www.example.com/article"}}</script>
</head>
<body class="dx dx-live">
<div class=dx-consent role=dialog><p>Daily Exchange and 214 partners would like to store cookies on your device for adverts and audience figures.</p><a>Continue without agreeing</a><a>Agree and close</a></div>
<header class=dx-header><div class=dx-ticker>
<span>Gold $4,112.30 an ounce, up 0.4%</span><span>Brent crude $71.85 a barrel, down 1.2%</span></div><a class=dx-logo><b>Daily Exchange</b></a><nav><ul class=dx-nav>
@@nav@@
</ul></nav></header>
<main><div class=dx-live-head><span class=dx-live-flag>Live</span><h1><!--main-->Budget day live: fuel duty frozen as chancellor lifts growth forecast</h1><div class=dx-stand><ul><li>Economy now expected to grow by 1.6% this year, up from 1.2%</li><li>New relief for firms that buy British-made machine tools</li><li>Brewers and hauliers rise, housebuilders fall after speech<!--/main--></li></ul></div><p class=dx-by><!--free-->Tom Ashworth and Priya Nair</p></div>
<div class=dx-grid><aside class=dx-key><h2>Key events</h2><ol><li><a><time>15.42<!--/free--></time> Housebuilders end the day lower</a></li><li><a><time><!--free-->13.20<!--/free--></time> Machine tool relief announced</a></li><li><a><time><!--free-->12.36<!--/free--></time> Chancellor rises to speak</a></li></ol><label class=dx-toggle><input type="checkbox" checked> Show key events only, newest first</label></aside>
<div class=dx-entries>
<article class=dx-entry id=e6><header><time datetime="2026-03-04T16:10Z"><!--free-->16.10<!--/free--></time><h2><!--main-->That is all from us today</h2></header><div class=dx-body><p>The chancellor has left the Commons and the markets have closed, so we will stop here. The gilt market was calm throughout: ten-year yields ended two basis points lower at 4.31%.<!--/main--></p></div><div class=dx-share>  <span><!--free-->Share</span></div></article>
<article class=dx-entry id=e5><header><time datetime="2026-03-04T15:42Z">15.42<!--/free--></time><h2><!--main-->Housebuilders slip as stamp duty is left alone</h2></header><div class=dx-body><p>Shares in Calder Homes fell 4.4% and Rushmere Group lost 3.9% after the speech contained nothing for first-time buyers.</p><p>“The sector had talked itself into a gift that was never promised,” said Hugo Lindqvist, an analyst at Marsh &amp; Vane.<!--/main--></p></div><div class=dx-share>  <span><!--free-->Share</span></div></article>
<div class=dx-mid-ad><span>Ad<!--/free--></span><p>Compare ISA rates in two minutes with MoneyNest. Capital at risk.</p></div>
<article class=dx-entry id=e4><header><time datetime="2026-03-04T14:05Z"><!--free-->14.05<!--/free--></time><h2><!--main-->Hauliers welcome a fifteenth freeze</h2></header><div class=dx-body><p>The Road Carriers’ Alliance says the freeze in fuel duty will save a typical firm with ten lorries about £9,400 over the year.</p><blockquote class=dx-quote><p>A rise of even two pence would have pushed some of our smaller members over the edge.<!--/main--></p></blockquote></div><div class=dx-share>  <span><!--free-->Share</span></div></article>
<article class="dx-entry dx-key-entry" id=e3><header><time datetime="2026-03-04T13:20Z">13.20<!--/free--></time><h2><!--main-->Relief for buyers of British machine tools</h2></header><div class=dx-body><p>Companies will be able to deduct 140% of the price of lathes, presses and robots made in the UK until April 2029. The Treasury puts the cost at £310m a year.</p><p>Coventry-based Harland Precision, which makes five-axis mills, is up 11% on the news.<!--/main--></p><p class=dx-also><a>Explainer: how capital allowances work, and who uses them</a></p></div><div class=dx-share>  <span><!--free-->Share</span></div></article>
<article class=dx-entry id=e2b><header><time datetime="2026-03-04T13:02Z">13.02<!--/free--></time><h2><!--main-->Beer duty cut by a penny a pint</h2></header><div class=dx-body><p>Duty on draught beer will fall by 1.7% from August. Pub group Lantern &amp; Oak, which runs 412 houses, says it will pass on the cut, worth about a penny a pint.</p><p>Distillers get nothing. Their trade body calls it <em>a slap in the glass</em>, and points out that duty on spirits has risen by a quarter since 2022.<!--/main--></p></div><div class=dx-share>  <span><!--free-->Share</span></div></article>
<article class=dx-entry id=e2><header><time datetime="2026-03-04T12:51Z">12.51<!--/free--></time></header><div class=dx-body><p><!--main-->Growth has been revised up for this year and next. The forecaster now sees 1.6% in 2026 and 1.7% in 2027, helped by stronger exports of services.<!--/main--></p><table><tr><th><!--free-->Year<th>New forecast<th>Old forecast<tr><td>2026<td>1.6%<td>1.2%<tr><td>2027<td>1.7%<td>1.5%<tr><td>2028<td>1.6%<td>1.7%</table></div></article>
<article class=dx-entry id=e1><header><time datetime="2026-03-04T12:36Z">12.36<!--/free--></time><h2><!--main-->And we are off</h2></header><div class=dx-body><p>The chancellor is on her feet, with a glass of tap water and, it seems, no jokes. She begins with a <a>tribute to apprentices</a> in the gallery.<!--/main--></p></div></article>
<button class=dx-more>Load earlier posts from this blog</button></div>
<aside class=dx-right><h3>More on the spring budget</h3><ul><li><a>Calculator: are you better off after the budget?</a><li><a>Winners and losers at a glance</a><li><a>Comment: a speech that said little, and well</a></ul><h3>Most viewed</h3><ol><li><a>Airline strands 3,000 after check-in failure</a><li><a>Is this the end of the free bank account?</a></ol></aside></div></main>
<footer class=dx-footer><ul>
@@foot@@
</ul><p>&copy; Daily Exchange Media 2026. Part of the Exchange family of titles.</p></footer>
</body></html>""",
        nav=entries(picked(NEWS, 30, 6), '<li class="dx-nav-i"><a><span class="dx-nav-t">%n</span></a></li>'),
        foot=entries(picked(FOOT, 33, 6), '<li class="dx-f-i"><a>%n</a></li>'),
    )


def bookkeepers() -> str:
    """Forum Q&A: question, three answers with vote cells, user cards, comment threads (in neither list), linked questions."""
    return filled(
        r"""<!DOCTYPE html>
<html class=html__responsive lang="en"><head><title>accounting - How do I book a retention on a construction contract? - LedgerAsk</title>
<meta charset="utf-8"></head>
<body class="question-page unified-theme">
<div id=notify-container></div>
<header class="topbar ps-fixed"><div class=topbar--container><a class=topbar--menu-btn></a><a class=topbar--logo>LedgerAsk</a><form id=search role=search><input></form><ol class=topbar--content><li><a>Log in</a></li><li><a>Sign up</a></li></ol></div></header>
<div class=container><div id=left-sidebar class=left-sidebar><nav><ol class=nav-links>
@@nav@@
</ol></nav><div class=teams-promo><strong>LedgerAsk for Teams</strong><p>Ask questions, find answers and work together on your firm's own private board.</p><a>Start your free team trial</a></div></div>
<div id=content class=snippet-hidden><div class="js-dismissable-hero hero"><p>LedgerAsk is a question and answer site for bookkeepers, accountants and people who run small companies. It only takes a minute to sign up.</p><a class=btn>Sign up to join this community</a><ul><li>Anybody can ask a question</li><li>Anybody can answer it</li><li>The best answers are voted up and rise to the top</li></ul></div>
<div id=question-header class=d-flex><h1 itemprop="name" class=fs-headline1><a class=question-hyperlink><!--main-->How do I book a retention on a construction contract?<!--/main--></a></h1><a class="btn ask">Ask your own question now</a></div>
<div class="d-flex stats"><!--free-->Asked <time>2 years, 1 month ago</time> Modified 5 months ago Viewed 4k times</div>
<div id=mainbar role=main>
<div class=question><div class=post-layout><div class=votecell><button>&#9650;</button><div class=vote-count>14</div><button>&#9660;<!--/free--></button></div>
<div class=postcell><div class="s-prose js-post-body" itemprop="text">
<p><!--main-->We are a small steel erector (12 people, turnover about £2.6m). Our biggest client, a main contractor, keeps back 5% of every stage payment until a year after completion.</p>
<p>At the moment I post the whole invoice to sales and leave the 5% sitting on the debtors ledger, so our aged debt report looks <em>awful</em>. The bank has started to ask about it.</p>
<p>My questions are:</p>
<ol><li>Should the retention be on a control account of its own?</li><li>Does it count as income now or when it falls due?</li><li>What about the VAT on the part that has not been paid?<!--/main--></li></ol></div>
<div class=post-taglist><a class=post-tag>construction-industry-scheme</a> <a class=post-tag>accounts-receivable</a> <a class=post-tag><!--free-->vat</a></div>
<div class=post-signature><a>Share<!--/free--></a> <a>Improve this question</a> <a><!--free-->Follow</a><div class=user-info>asked Feb 11, 2024 at 9:12 <a>girderman</a> <span class=reputation-score>211</span></div></div></div>
<div class="comments js-comments-container"><ul><li class=comment><span class=comment-copy>Are you on cash accounting for VAT?</span> – <a>tallyho<!--/free--></a></li></ul><a class=js-add-link>Add a comment below this post</a></div></div></div>
<div class=adzone><small>Report this advertisement</small><a>SiteBooks: job costing for subcontractors, free for 60 days</a></div>
<div id=answers><div class=answers-header><h2><!--free-->3 Answers</h2><label>Sorted by:</label><select><option>Highest score (default)<option>Date modified (newest first)<option>Date created (oldest first)</select></div>
<div class="answer accepted-answer"><div class=post-layout><div class=votecell><div class=vote-count>23</div>&#10003;<!--/free--></div><div class=answercell><div class=s-prose>
<p><!--main-->Yes, give it an account of its own. Create <code>1105 Retentions receivable</code> under current assets and move the 5% there when you raise each application.</p>
<p>A typical posting for a stage payment of £40,000 looks like this:</p>
<pre><code>Dr 1100 Trade debtors          38,000
Dr 1105 Retentions receivable   2,000
   Cr 4000 Contract revenue    40,000</code></pre>
<p>Under most frameworks it is income now, because you have done the work. If you doubt that the client will pay, make a provision instead of leaving it out of sales.</p>
<p>Anything due after more than twelve months goes to non-current assets at the year end, which your bank will like too.<!--/main--></p></div><div class="user-info user-hover"><!--free-->answered Feb 11, 2024 at 11:40 <a>Marta Benn</a> <span class=reputation-score>18.2k</span></div>
<ul class=comments-list><li class=comment><span class=comment-copy>This is what our auditors told us as well.</span> – <a>girderman</a></li></ul></div></div></div>
<div class=answer><div class=post-layout><div class=votecell><div class=vote-count>9<!--/free--></div></div><div class=answercell><div class=s-prose><p><!--main-->On VAT: the tax point for a retention is the <strong>earlier</strong> of the date on which you are paid and the date on which you issue a VAT invoice for it. So send an application for payment, not an invoice, for the part held back.</p><p>We changed this in 2022 and it was worth about £7,000 of cash flow to a firm of our size.<!--/main--></p></div><div class=user-info><!--free-->answered Mar 2, 2024 at 8:05 <a>vatwoman</a></div></div></div></div>
<div class=answer><div class=post-layout><div class=votecell><div class=vote-count>2<!--/free--></div></div><div class=answercell><div class=s-prose><p><!--main-->Keep a diary too. Of the eleven retentions we were owed in 2023, four were paid only because I rang up on the day.<!--/main--></p></div><div class=user-info>answered Oct 19, 2025 at 17:30 <a>old_plumb_line</a></div></div></div></div>
<div id=post-form><h2>Your Answer</h2><textarea></textarea><p>By clicking “Post Your Answer”, you agree to our terms of service and acknowledge that you have read our privacy policy.</p></div></div></div>
<div id=sidebar class=sidebar><div class=s-sidebarwidget><h4>Linked</h4><ul><li><span>7</span> <a>When is revenue recognised on a fixed price job?</a></li><li><span>3</span> <a>Client went into administration holding our retention</a></li></ul></div><div class=s-sidebarwidget><h4>Hot questions from the network</h4><ul><li><a>Can a director lend the company a van?</a></li><li><a>Is a standing desk a taxable benefit?</a></li><li><a>Why does my trial balance differ by exactly 90p?</a></li></ul></div></div></div></div>
<footer class=site-footer><nav><ul>
@@foot@@
</ul></nav><p class=md:mb24>Site design / logo &copy; 2026 LedgerAsk Network Ltd; user contributions licensed under the community licence. <span id=svnrev>rev 2026.3.17.4411</span></p></footer>
</body></html>""",
        nav=entries(
            "Home|Questions|Newest unanswered questions|Tags|Users|Badges".split("|"),
            '<li class="nav-links--item"><a class="nav-links--link"><span class="flex--item">%n</span></a></li>',
        ),
        foot=entries(picked(FOOT, 30, 7), '<li class="-item"><a class="js-gps-track -link">%n</a></li>'),
    )


def glassworks() -> str:
    """Encyclopedia page, MediaWiki-like: infobox and references (in neither list), contents box, navbox, sidebar portals."""
    return filled(
        r"""<!DOCTYPE html>
<html class=client-nojs lang="en"><head><meta charset="UTF-8"><title>Ostrava Glassworks – OpenCompendium</title>
</head>
<body class="mediawiki ltr sitedir-ltr mw-hide-empty-elt ns-0 ns-subject skin-vector action-view">
<div id=mw-page-base class=noprint></div><a id=top></a>
<div id=siteNotice><div class=cn-banner>OpenCompendium is written by volunteers. If everyone reading this gave the price of a coffee, our fundraiser would be over within an hour. <a>Maybe later, hide this banner</a></div></div>
<div id=content class=mw-body role="main">
<h1 id=firstHeading class="firstHeading mw-first-heading"><span class=mw-page-title-main><!--main-->Ostrava Glassworks<!--/main--></span></h1>
<div id=bodyContent class=vector-body><div id=siteSub class=noprint>From OpenCompendium, the encyclopedia anyone may improve</div><div id=jump-to-nav></div><a class=mw-jump-link><!--free-->Jump to navigation</a>
<div id=mw-content-text class=mw-body-content><div class="mw-content-ltr mw-parser-output" lang="en">
<div role=note class="hatnote navigation-not-searchable">This article is about the company. For the museum, see <a>Glass Museum, Ostrava-Hrabov&aacute;</a>.<!--/free--></div>
<table class="box-Update plainlinks metadata ambox ambox-content" role=presentation><tbody><tr><td class=mbox-text>This article needs to be updated. Please help by adding recent events or newly available information.</td></tr></tbody></table>
<table class="infobox vcard"><caption class="infobox-title fn org"><!--free-->Ostrava Glassworks a.s.</caption><tbody><tr><th scope="row" class=infobox-label>Type</th><td class=infobox-data>Private</td></tr><tr><th scope="row" class=infobox-label>Industry</th><td class=infobox-data>Glass</td></tr><tr><th scope="row" class=infobox-label>Founded</th><td class=infobox-data>1893</td></tr><tr><th class=infobox-label>Owner</th><td class=infobox-data>Vltava Industrial Holding (100%)</td></tr><tr><th class=infobox-label>Employees</th><td class=infobox-data>1,140 (2024)<!--/free--></td></tr></tbody></table>
<p><!--main--><b>Ostrava Glassworks</b> (<a>Czech</a>: <i>Ostravsk&eacute; skl&aacute;rny</i>) is a Czech maker of laboratory and lighting glass based in <a>Ostrava</a>.<!--/main--><sup class=reference><a><!--free-->[1]<!--/free--></a></sup> <!--main-->It is the largest producer of borosilicate tubing in central Europe and belongs to Vltava Industrial Holding.<!--/main--><sup class=reference><a><!--free-->[2]</a></sup></p>
<div id=toc class=toc role="navigation"><h2 id=mw-toc-heading>Contents</h2><ul><li><a><span class=tocnumber>1</span> <span class=toctext>History</span></a></li><li><a><span class=tocnumber>2</span> <span class=toctext>Products<!--/free--></span></a></li></ul></div>
<h2><span class=mw-headline id=History><!--main-->Foundation and growth<!--/main--></span><span class=mw-editsection><span class=mw-editsection-bracket><!--free-->[</span><a>edit</a><span class=mw-editsection-bracket>]<!--/free--></span></span></h2>
<p><!--main-->The works were founded in 1893 by the brothers Emil and Rudolf Hanke with capital from a Vienna bank. In 1911 they employed 430 people and shipped lamp chimneys as far as <a>Alexandria</a>.<!--/main--></p>
<div class="thumb tright"><div class=thumbinner><div class=thumbcaption><!--free-->The furnace hall about 1920<!--/free--></div></div></div>
<p><!--main-->After nationalisation in 1946 the company was merged with two smaller works at Fr&yacute;dek and Kop&#345;ivnice. A float line planned in 1978 was never built because the Ministry of Industry preferred a site at Teplice.</p>
<h3><span class=mw-headline id=Privatisation>Privatisation and sale<!--/main--></span><span class=mw-editsection><!--free-->[<a>edit</a>]<!--/free--></span></h3>
<p><!--main-->In 1994 managers bought 60 percent of the shares with vouchers and a loan. They sold the firm in 2007 to Vltava Industrial Holding for a reported 1.9&nbsp;billion koruna.<!--/main--><sup class=reference><a><!--free-->[3]<!--/free--></a></sup></p>
<h2><span class=mw-headline id=Products><!--main-->Products and customers<!--/main--></span><span class=mw-editsection><!--free-->[<a>edit</a>]<!--/free--></span></h2>
<ul><li><!--main-->Borosilicate tubing for syringes and ampoules, about half of sales</li><li>Beakers, flasks and burettes under the <i>Hanka</i> brand</li><li>Opal globes for street lighting, made since 1902<!--/main--></li></ul>
<table class="wikitable sortable"><caption><!--free-->Sales and staff</caption><tbody><tr><th>Year</th><th>Sales (million CZK)</th><th>Employees</th></tr><tr><td>2015<!--/free--></td><td><!--main-->1,870<!--/main--></td><td><!--free-->905</td></tr><tr><td>2020<!--/free--></td><td><!--main-->2,244<!--/main--></td><td><!--free-->1,012</td></tr><tr><td>2024<!--/free--></td><td><!--main-->2,961<!--/main--></td><td><!--free-->1,140<!--/free--></td></tr></tbody></table>
<p><!--main-->Its largest customers are the syringe makers Medivar and Steriplast; exports go to 48 countries and made up 83 percent of sales in 2024.<!--/main--></p>
<h2><span class=mw-headline id=References>References</span></h2>
<div class=reflist><ol class=references><li id=cite_note-1><span class=reference-text>"Profil spole&#269;nosti". Ostravsk&eacute; skl&aacute;rny. Retrieved 4 June 2025.</span></li><li id=cite_note-2><span class=reference-text>Novotn&aacute;, J. (2019). <i>Sklo a uhl&iacute;</i>. Brno: Meridian. p. 212.</span></li><li id=cite_note-3><span class=reference-text>"Holding buys glass maker". Moravian Business Weekly. 9 May 2007.</span></li></ol></div>
<div role=navigation class=navbox><table class="nowraplinks navbox-inner"><tbody><tr><th class=navbox-title>Glass makers of central Europe</th></tr><tr><td class=navbox-list>Bohemia Kristall Bor · Hut Sandomierz Szk&#322;o · Glaswerk Lausitz-Nord · Tatra Crystal Poltar · Sklena</td></tr></tbody></table></div>
</div></div>
<div id=catlinks class=catlinks><a>Categories</a>: <ul><li><a>Glassmaking companies of the Czech lands</a></li><li><a>Companies established in 1893</a></li><li><a>Articles with Czech-language sources</a></li></ul></div></div></div>
<div id=mw-navigation><div id=mw-head><nav id=p-personal><ul><li>Not logged in to an account</li><li><a>Talk</a></li><li><a>Create account</a></li></ul></nav><nav id=p-views><ul><li>Read</li><li>Edit</li><li>View history</li></ul></nav></div>
<div id=mw-panel>
@@nav@@
</div></div>
<footer id=footer class=mw-footer><ul id=footer-info><li>This page was last edited on 21 November 2025, at 06:48.</li><li>Text is available under a share-alike licence; additional terms may apply. By using this site, you agree to the terms of use.</li></ul><ul id=footer-places>
@@foot@@
</ul></footer>
</body></html>""",
        nav=entries(
            "Main page|Contents|Current events portal|Random article|About OpenCompendium|Contact us".split("|"),
            '<nav class="portal"><div class="vector-menu-content"><a><span>%n</span></a></div></nav>',
        ),
        foot=entries(
            "Privacy policy|About OpenCompendium project|Disclaimers and legal notes|Contact|Code of conduct for editors|Developers".split(
                "|"
            ),
            '<li id="footer-places-%s"><a>%n</a></li>',
        ),
    )


def quarter() -> str:
    """Table-heavy quarterly result: several financial tables with colspans, empty spacer columns, footnotes."""
    return filled(
        r"""<!DOCTYPE html>
<html lang="en-US">
<head><meta charset="utf-8"><title>Corvane Instruments Reports Third Quarter 2026 Results</title></head>
<body class=BodyBackground>
<div class=PageHeader><a class=HeaderLogo></a><div class=StockTicker><span>NYSE: CVNE $58.14 (+2.31%)</span><span>Pricing delayed by 20 minutes</span></div>
<div class=NavigationPanel><ul class=level1>
@@nav@@
</ul></div></div>
<div class=PageBanner><span class=PaneTitle>Investor Relations</span></div>
<div class=ModuleContainer><div class=LeftNav><ul><li><a>Press Releases by Year</a></li><li><a>Events &amp; Presentations</a></li><li><a>SEC Filings and Exhibits</a></li><li><a>Stock Quote &amp; Chart Tool</a></li></ul></div>
<div class="module_body q4default"><a class=module_back>&lt; Back to all press releases</a>
<h2 class=module_headline><!--main-->Corvane Instruments Reports Third Quarter 2026 Results<!--/main--></h2>
<p class=bwalignl><b><!--free-->DENVER, November 5, 2026</b> –<!--/free--> <!--main-->Corvane Instruments, Inc. (NYSE: CVNE), a maker of flow meters and gas analyzers, today reported results for its third quarter ended September 30, 2026.</p>
<p><b>Third Quarter Highlights</b></p>
<ul class=bwlistdisc><li>Net sales of $312.8 million, up 7% from a year ago and 5% without currency effects</li><li>Gross margin of 44.2%, an increase of 130 basis points</li><li>Diluted earnings per share of $0.83, compared with $0.69</li><li>Orders of $331.5 million and backlog of $604 million, both records</li></ul>
<p>“Demand from water utilities was strong in every region,” said Laura Whitcomb, President and Chief Executive Officer. “We shipped more than half of the late orders that we carried into the quarter.”</p>
<p><b><i>Segment Results</i></b></p>
<p>Flow Measurement sales rose 9% to $201.3 million. Gas Analysis sales rose 3% to $111.5 million, held back by the closing of the Tulsa site in May.</p>
<table class="bwtablemarginb bwblockalignl"><tr><td class=bwcell colspan="7"><b>Condensed Consolidated Statements of Income</b></td></tr><tr><td colspan="7"><i>(In millions, except per share amounts; unaudited)</i></td></tr>
<tr><td></td><td></td><td colspan="2"><b>Three Months Ended September 30, 2026</b></td><td></td><td colspan="2"><b>Three Months Ended September 30, 2025</b></td></tr>
<tr class=r0><td class=bwcellp>Net sales to external customers<!--/main--></td><td>&nbsp;</td><td>$</td><td class=num><!--main-->312.8<!--/main--></td><td>&nbsp;</td><td>$</td><td class=num><!--main-->292.4</td></tr>
<tr class=r1><td class=bwcellp>Cost of products and services sold<!--/main--></td><td>&nbsp;</td><td>$</td><td class=num><!--main-->174.5<!--/main--></td><td>&nbsp;</td><td>$</td><td class=num><!--main-->166.9</td></tr>
<tr class=r0><td class=bwcellp>Selling, general and administrative<!--/main--></td><td>&nbsp;</td><td>$</td><td class=num><!--main-->71.2<!--/main--></td><td>&nbsp;</td><td>$</td><td class=num><!--main-->70.4</td></tr>
<tr class=r1><td class=bwcellp>Research and development costs<!--/main--></td><td>&nbsp;</td><td>$</td><td class=num><!--main-->18.9<!--/main--></td><td>&nbsp;</td><td>$</td><td class=num><!--main-->17.6</td></tr>
<tr class=r0><td class=bwcellp>Restructuring costs (1)<!--/main--></td><td>&nbsp;</td><td>$</td><td class=num><!--main-->2.7<!--/main--></td><td>&nbsp;</td><td>$</td><td class=num><!--main-->4.1</td></tr>
<tr class=r1><td class=bwcellp>Interest expense, net of income<!--/main--></td><td>&nbsp;</td><td>$</td><td class=num><!--main-->5.3<!--/main--></td><td>&nbsp;</td><td>$</td><td class=num><!--main-->6.2</td></tr>
<tr class=r0><td class=bwcellp>Income before income taxes<!--/main--></td><td>&nbsp;</td><td>$</td><td class=num><!--main-->40.2<!--/main--></td><td>&nbsp;</td><td>$</td><td class=num><!--main-->27.2</td></tr>
<tr class=r1><td class=bwcellp>Net income attributable to Corvane<!--/main--></td><td>&nbsp;</td><td>$</td><td class=num><!--main-->31.9<!--/main--></td><td>&nbsp;</td><td>$</td><td class=num><!--main-->26.3</td></tr>
</table>
<table class="bwtablemarginb bwblockalignl"><tr><td colspan="7"><b>Condensed Consolidated Balance Sheets</b></td></tr>
<tr><td>Cash and short-term investments<!--/main--><td><td>$<td align=right><!--main-->148.6<!--/main--><td><td>$<td align=right><!--main-->121.7
<tr><td>Accounts receivable, less allowances<!--/main--><td><td>$<td align=right><!--main-->203.9<!--/main--><td><td>$<td align=right><!--main-->198.0
<tr><td>Inventories of parts and finished goods<!--/main--><td><td>$<td align=right><!--main-->187.1<!--/main--><td><td>$<td align=right><!--main-->201.5
<tr><td>Property, plant and equipment, net<!--/main--><td><td>$<td align=right><!--main-->266.4<!--/main--><td><td>$<td align=right><!--main-->259.8
<tr><td>Goodwill from acquired businesses<!--/main--><td><td>$<td align=right><!--main-->412.3<!--/main--><td><td>$<td align=right><!--main-->410.6
<tr><td>Long-term debt, less current part<!--/main--><td><td>$<td align=right><!--main-->385.0<!--/main--><td><td>$<td align=right><!--main-->425.0
<tr><td>Total stockholders’ equity<!--/main--><td><td>$<td align=right><!--main-->561.7<!--/main--><td><td>$<td align=right><!--main-->498.2
</table>
<table class="bwtablemarginb bwblockalignl"><tr><td colspan="7"><b>Cash Flow from Operations and Use of Cash</b></td></tr>
<tr><td>Net cash provided by operations</td><td></td><td></td><td>58.4</td><td></td><td></td><td>39.9</td></tr>
<tr><td>Purchases of plant and equipment</td><td></td><td></td><td>(13.6)</td><td></td><td></td><td>(11.8)</td></tr>
<tr><td>Dividends paid to stockholders</td><td></td><td></td><td>(8.7)</td><td></td><td></td><td>(8.1)</td></tr>
<tr><td>Repurchase of common stock</td><td></td><td></td><td>(10.0)</td><td></td><td></td><td>(5.0)</td></tr>
</table>
<p class=bwfootnote>(1) Restructuring costs relate to the closing of the Tulsa site and to severance in Germany.</p>
<p><b>Guidance for the Full Year</b></p>
<p>Corvane now expects full-year net sales of $1.23 billion to $1.25 billion and diluted earnings per share of $3.10 to $3.20. The earlier range for earnings was $2.95 to $3.15.<!--/main--></p>
<p><b>Forward-Looking Statements</b></p><p>This release contains statements about the future, which involve risks and uncertainties. Actual results may differ materially.</p>
<p><!--free--><b>Contact:</b> Dale Prentiss, Investor Relations, 303-555-0119<!--/free--></p>
<div class=module_links><a>View the printer-friendly version</a> <a>Multimedia files: 2 images</a></div></div>
<div class=RightRail><div class=EmailAlerts><h3>Investor Email Alerts Sign-Up</h3><p>To opt in for investor email alerts, please enter your email address in the field below and select at least one alert option.</p><label>Quarterly report notices</label><label>End of day stock quote</label></div><div class=QuickLinks><h3>Quick Links</h3><a>Contact the Investor Relations team</a></div></div></div>
<div class=FooterPane><ul>
@@foot@@
</ul><p>&#169; 2026 Corvane Instruments, Inc. All Rights Reserved.</p><a class=powered>Powered By QuarterHost IR Platform 5.119.2</a></div>
<div class=cookiebar>We use cookies to give you the best experience on our investor website. <button>I Accept</button></div>
</body></html>""",
        nav=entries(picked(CORPORATE, 27, 9), '<li class="n_%s"><a><span>%n</span></a></li>'),
        foot=entries(picked(FOOT, 30, 9), '<li class="FooterItem"><a>%n</a></li>'),
    )


def font_tags() -> str:
    """Old table-layout page of 2001 style: FONT tags, spacer GIFs, paragraphs parted by BR BR, upper-case unclosed tags."""
    return filled(
        r"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<HTML>
<HEAD>
<TITLE>Trade Wire Online: Timber group to shut Lincoln yard</TITLE>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=utf-8">
</HEAD>
<BODY BGCOLOR="#FFFFFF" TEXT="#000000" LINK="#003366" VLINK="#660066" TOPMARGIN=0 LEFTMARGIN=0>
<TABLE WIDTH=760 BORDER=0 CELLPADDING=0 CELLSPACING=0><TR><TD BGCOLOR="#003366" WIDTH=468><A href=#></A></TD><TD BGCOLOR="#003366" ALIGN=RIGHT><FONT FACE="Verdana" SIZE=1 COLOR="#FFFFFF">Your daily source for the building trades<BR><A href=#><FONT COLOR="#FFCC00">Register free for the Friday bulletin</FONT></A></FONT></TD></TR>
<TR><TD COLSPAN=2 BGCOLOR="#CCCC99"><FONT FACE="Verdana" SIZE=1>
@@nav@@
</FONT></TD></TR></TABLE>
<TABLE WIDTH=760 BORDER=0 CELLPADDING=4 CELLSPACING=0><TR>
<TD WIDTH=140 VALIGN=TOP BGCOLOR="#EEEEDD"><FONT FACE="Verdana" SIZE=1><B>TODAY'S HEADLINES</B><BR><BR>
<A href=#>Brick prices up for third time this year</A><BR><BR>
<A href=#>Roof tile maker Sandiford in profit warning</A><BR><BR>
<A href=#>Builders merchants back single invoice code</A><BR><BR>
<A href=#>Cement ship held at Immingham over papers</A><BR><BR>
<B>TRADE WIRE POLL</B><BR>Will you hire more people this spring?<BR><FORM><INPUT TYPE=RADIO NAME=p> Yes<BR><INPUT TYPE=RADIO NAME=p> No<BR><INPUT TYPE=SUBMIT></FORM>
</FONT></TD>
<TD WIDTH=480 VALIGN=TOP>
<CENTER><A href=#></A><BR><FONT SIZE=1>Click above for Hobday Nails, by the tonne or by the tub</FONT></CENTER>
<BR><FONT FACE="Times New Roman" SIZE=5><B><!--main-->Timber group to shut Lincoln yard with loss of 85 jobs<!--/main--></B></FONT><BR>
<FONT FACE="Verdana" SIZE=1><!--free-->By our Midlands staff, posted 14:20 GMT<!--/free--></FONT><BR><BR><BR>
<FONT FACE="Times New Roman" SIZE=3>
<!--main-->GARROW TIMBER, the joinery and sawmilling group, is to shut its yard at Lincoln in June with the loss of 85 jobs. It blamed a flood of cheap softwood from the Baltic ports.
<BR><BR>
Work on roof trusses will move to <A href=#>Garrow's</A> larger site at Boston, where 20 new posts are to be created. The yard, which has sawn timber since 1926, will be sold for housing.
<BR><BR>
Managing director Colin Stead said: &quot;We have lost £900,000 at Lincoln in two years. <I>No one</I> here wanted this, but the mill can't go on being paid for by the rest of the group.&quot;
<BR><BR>
<TABLE ALIGN=RIGHT WIDTH=160 BORDER=1 CELLPADDING=6><TR><TD BGCOLOR="#FFFFCC"><FONT SIZE=2><B>Garrow Timber at a glance</B><BR>Turnover: £61 million<BR>Staff: 540 at seven sites<BR>Owner: the Stead family, 100%</FONT></TD></TR></TABLE>
The union for woodworkers said it would ask for talks this week. Its regional officer, Jean Marriott, said some of the men had worked at the yard for more than 40&nbsp;years and would struggle to find other jobs.
<BR><BR>
<FONT SIZE=4><B>Rivals feel the pinch too</B></FONT><BR>
Two other east coast mills, Holbeach Sawn Goods and W. Tranter, went on short time before Christmas. Imports of sawn softwood from Latvia rose by 31% last year.
<BR><BR>
Garrow's half-year figures are due on March 28. Last year it made a profit before tax of £2.2 million.<!--/main-->
</FONT><BR><BR>
<FONT FACE="Verdana" SIZE=1><A href=#>Printer friendly version of this story</A> | <A href=#>E-mail this story to a colleague</A><BR><BR>
<B>RELATED STORIES</B><BR><LI><A href=#>Baltic ports see record sawn exports</A><LI><A href=#>Garrow buys door maker from receiver</A></FONT></TD>
<TD WIDTH=140 VALIGN=TOP><FONT FACE="Verdana" SIZE=1><B>JOBS</B><BR>Branch manager, Norwich, to £24k<BR><BR>Trainee estimator, Leeds, good prospects<BR><BR><B>BOOKSHOP</B><BR>The Woodworker's Tables, 9th edition, £14.95<BR><BR><A href=#></A></FONT></TD></TR></TABLE>
<HR WIDTH=760 ALIGN=LEFT><TABLE WIDTH=760><TR><TD ALIGN=CENTER><FONT FACE="Verdana" SIZE=1>
@@foot@@
<BR>Copyright 2001 Trade Wire Publications. Best viewed at 800x600.<BR>You are visitor </FONT></TD></TR></TABLE>
</BODY>
</HTML>""",
        nav=entries(
            "Home|News|Markets and prices index|Timber|Bricks|Cement".split("|"),
            '<A onMouseOver="MM_swapImgRestore()"><FONT FACE="Verdana, Arial, Helvetica" SIZE=1 COLOR="#000000"><B>%n</B></FONT></A><IMG SRC="/img/spacer.gif" WIDTH=6 HEIGHT=1 ALT=""> |',
        ),
        foot=entries(
            "About Trade Wire Online|Contact|Advertise|Rate card and copy dates|Terms|Privacy".split("|"), "<A>%n</A> |"
        ),
    )


def hashed() -> str:
    """Next.js/React page: hashed class names, div soup with no p or article, text also as JSON in __NEXT_DATA__."""
    return filled(
        r"""<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><title>Lithium recycler Anodyne Metals raises $240m | Voltline</title></head><body><div id=__next><div class="sc-1f0q9kd-0 hNxWqP"><div class="sc-7dk2m-1 bAiJmE"><div class="sc-7dk2m-2 kOpQrS"><a class="sc-a8fz-0 jTuvBn"><svg viewBox="0 0 96 24" role=img><title>Voltline</title><path d="M3 3l7 18 7-18h-3l-4 11L6 3zM30 8a6 6 0 1 0 0 12 6 6 0 0 0 0-12z"/></svg></a><div class="sc-p0x1-0 cWyzAb">
@@nav@@
</div><div class="sc-bt4-3 dEfGhI" role=button>Start your 30-day trial of Voltline Pro</div></div></div>
<div class="sc-9ab3-0 lMnOpQ"><div class="sc-9ab3-1 rStUvW"><div class="sc-tag-0 xYzAbC">Batteries</div><div class="sc-h1t-0 eFgHiJ" role=heading aria-level="1"><!--main-->Lithium recycler Anodyne Metals raises $240m for second Nevada plant</div><div class="sc-dek-0 kLmNoP">Pension fund from Ontario leads the round, which values the company at $1.1bn<!--/main--></div><div class="sc-by-0 qRsTuV"><div><!--free-->Keiko Brandt</div><div>·</div><div>4 min read<!--/free--></div></div><div class="sc-shr-0 wXyZaB"><div></div><div></div><div><span>Copy the link to this story</span></div></div></div>
<div class="sc-img-0 cDeFgH"><div class="sc-cap-0 iJkLmN"><!--free-->Shredded cells at Anodyne's plant in Fernley. Photo: company handout<!--/free--></div></div>
<div class="sc-grd-0 oPqRsT"><div class="sc-bod-0 uVwXyZ">
<div class="sc-txt-0 aBcDeF"><!--main-->Anodyne Metals, which recovers lithium and nickel from old electric car batteries, has raised $240 million from investors led by the Great Lakes Teachers Pension Plan, the company told Voltline.</div>
<div class="sc-txt-0 aBcDeF">The money will pay for a second plant near <span class="sc-lnk-0 gHiJkL"><a>Fernley</a></span>, Nevada, that can take in 60,000 tons of batteries a year. The first plant handles 22,000 tons and has been full since last summer.</div>
<div class="sc-sub-0 mNoPqR">Carmakers sign up for old packs</div>
<div class="sc-txt-0 aBcDeF">Three carmakers have agreed to send their scrap to Anodyne until 2033. The company would not name them, but two people who know the contracts said <span class="sc-str-0 sTuVwX">Meridian Motors</span> is the largest.<!--/main--></div>
<div class="sc-pro-0 yZaBcD"><div class="sc-pro-1 eFgHiK">Voltline Data: track 1,400 battery plants on one map</div><div class="sc-pro-2 lMnOpR">Used by analysts at 300 companies. Ask for a demonstration.</div></div>
<div class="sc-txt-0 aBcDeF"><!--main-->&quot;Everybody worries about where lithium will come from in 2035,&quot; said Omar Castellano, who founded Anodyne in 2018 after leaving a copper smelter. &quot;We know where ours is. It is driving around Los Angeles.&quot;</div>
<div class="sc-txt-0 aBcDeF">Anodyne recovers 94% of the lithium in a pack, up from 81% two years ago, according to a report by the testing house Bexler that it shared with investors.</div>
<div class="sc-sub-0 mNoPqR">Prices remain the main risk</div>
<div class="sc-txt-0 aBcDeF">Lithium carbonate has fallen by more than two thirds since its peak. Two rivals, Recyclia and Black Mesa Battery, filed for bankruptcy protection in the past year.</div>
<div class="sc-lis-0 sTuVwY"><div class="sc-lis-1 zAbCdE">Revenue last year: $88 million, up from $51 million</div><div class="sc-lis-1 zAbCdE">Net loss last year: $37 million</div><div class="sc-lis-1 zAbCdE">Total raised since 2018: $455 million</div></div>
<div class="sc-txt-0 aBcDeF">The plant will use a process in which shredded cells are washed with a mild acid at room temperature. Most rivals melt them. The company says that it needs 70% less energy, although two academics who were asked by Voltline said the true figure depends on how wet the scrap is when it arrives.</div>
<div class="sc-txt-0 aBcDeF">Great Lakes Teachers is putting in $120 million and gets a seat on the board. The venture arm of the miner Tallarook and the family office of the brewer Hans Oberlin, both shareholders since 2021, are also taking part.</div>
<div class="sc-txt-0 aBcDeF">The Department of Energy offered Anodyne a loan of $375 million in 2024. The talks were broken off last autumn, and the company no longer counts on the money.</div>
<div class="sc-txt-0 aBcDeF">Castellano said the company would make its first quarterly profit &quot;in 2028 at the latest&quot;. Construction is due to begin in May.<!--/main--></div>
</div><div class="sc-sid-0 fGhIjK"><div class="sc-sid-1 lMnOqR">Trending now</div><div class=sc-sid-2><a class="sc-lk-9 hIjKlN">Why grid operators are renting truck batteries</a></div><div class=sc-sid-2><a class="sc-lk-9 hIjKlN">Sodium cells reach the delivery van</a></div><div class=sc-sid-2><a class="sc-lk-9 hIjKlN">The charger company that sells coffee</a></div><div class="sc-nl-0 sTuVxY"><div>The Charge: battery news, three mornings a week</div><div>By signing up you accept our terms. Leave whenever you like.</div></div></div></div></div>
<div class="sc-rel-0 zAbCfG"><div class=sc-rel-1>More in Batteries</div><div class="sc-rel-2 hIjKlM"><a class="sc-lk-9 hIjKlN"><div>Cathode maker Ashgrove to double output in Quebec</div></a><div>A precursor plant is coming to the old paper mill at Trois-Pistoles.</div></div><div class="sc-rel-2 hIjKlM"><a class="sc-lk-9 hIjKlN"><div>EU delays battery passport by a year</div></a><div>Carmakers asked for more time, and got it.</div></div></div>
<div class="sc-ftr-0 nOpQrS"><div class="sc-ftr-1 tUvWxY">
@@foot@@
</div><div class="sc-ftr-9 zAbCdG">Voltline is a trading name of Ampere Media Inc. 2026</div></div></div></div><script id=__NEXT_DATA__ type="application/json">{"props":{"pageProps":{"article":{"id":"a-88213","headline":"Lithium recycler Anodyne Metals raises $240m for second Nevada plant","body":[{"type":"p","text":"Anodyne Metals, which recovers lithium and nickel from old electric car batteries, has raised $240 million from investors."},{"type":"p","text":"The money will pay for a second plant near Fernley, Nevada."}],"tags":["batteries","recycling"]},"flags":{"paywall":false,"newHeader":true}},"__N_SSG":true},"page":"/[section]/[slug]","query":{"section":"batteries"},"buildId":"Zk3vQ1xW","isFallback":false,"gsp":true,"scriptLoader":[]}</script></body></html>""",
        nav=entries(
            "News|Batteries|Grid|Solar|Wind|Hydrogen and ammonia".split("|"),
            '<div class="sc-nv-0 jKlMnO"><a class="sc-nv-1 pQrStU"><div class="sc-nv-2">%n</div></a></div>',
        ),
        foot=entries(picked(FOOT, 30, 11), '<div class="sc-ftr-2 vWxYzA"><a class="sc-ftr-3 bCdEfG">%n</a></div>'),
    )


def amp_page() -> str:
    """AMP page: amp-sidebar menu, amp-consent, amp-img, amp-ad between paragraphs, sectioned accordion of related stories."""
    return filled(
        r"""<!doctype html>
<html ⚡ lang="en-IN">
<head><meta charset="utf-8"><title>Sundara Cements to add 3 million tonnes in Gujarat | Deccan Business</title><script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Sundara Cements to add 3 million tonnes of capacity in Gujarat", "description": "Board clears capex of Rs 2,150 crore.", "datePublished": "2026-01-21T18:05:00+05:30", "dateModified": "2026-01-21T18:05:00+05:30", "image": ["https://img.example.com/1200/lead.jpg"], "publisher": {"@type": "Organization", "name": "Deccan Business", "logo": {"@type": "ImageObject", "url": "https://img.example.com/logo.png"}}, "mainEntityOfPage": {"@type": "WebPage", "@id": "https://www.example.com/article"}}</script>

</head>
<body>
<amp-sidebar id=sidebar1 layout="nodisplay" side="left"><div class=amp-close-btn on="tap:sidebar1.close" role=button></div><ul class=amp-menu>
@@nav@@
</ul></amp-sidebar>
<amp-consent id=consent layout="nodisplay"><div id=consent-ui><p>We have updated our privacy terms. Please accept them to go on reading Deccan Business.</p><button on="tap:consent.accept">I accept</button><button on="tap:consent.reject">Reject</button></div></amp-consent>
<header class=amp-head><button on="tap:sidebar1.toggle"></button><a><amp-img></amp-img></a><div class=app-strip>Read 5x faster in the app. Open in app</div></header>
<amp-ad type="doubleclick"><div placeholder>Ad</div></amp-ad>
<main class=amp-main><h1 class=amp-title><!--main-->Sundara Cements to add 3 million tonnes of capacity in Gujarat</h1>
<h2 class=amp-synopsis>Board clears capex of Rs 2,150 crore; the kiln at Junagadh is to be fired by March 2028<!--/main--></h2>
<div class=amp-by><span><!--free-->By Kavita Deshmukh</span> <span>Last updated: Jan 21, 2026, 18:05 IST<!--/free--></span></div>
<div class=amp-social><amp-social-share type="whatsapp"></amp-social-share><span>Follow us on Google News and WhatsApp</span></div>
<figure><amp-img layout="responsive"></amp-img><figcaption><!--free-->The Junagadh works from the air (file photo)<!--/free--></figcaption></figure>
<div class=amp-body>
<p><!--main--><strong>Mumbai:</strong> Sundara Cements on Wednesday said its board has approved a brownfield expansion of 3&nbsp;million tonnes a year at Junagadh in Gujarat at a cost of Rs&nbsp;2,150 crore.</p>
<p>The project takes the company's total capacity to 21.5&nbsp;million tonnes. It will be paid for with internal accruals and debt in the ratio of 60:40, chief financial officer Nikhil Barve told reporters after the results.<!--/main--></p>
<amp-ad type="doubleclick"><div overflow>Sponsored: zero brokerage on your first 20 trades with Paisa One</div></amp-ad>
<p><!--main-->Net profit for the December quarter rose 17% year on year to Rs&nbsp;286 crore, while revenue from operations was up 9% at Rs&nbsp;2,904 crore. Sales volume grew 7% to 4.8&nbsp;million tonnes.</p>
<h3>Power costs come down</h3>
<p>Power and fuel cost per tonne fell by Rs&nbsp;92 to Rs&nbsp;1,318 as the share of green power reached 41%. The company has also signed for a 60&nbsp;MW solar park with Rannpur Renewables, in which it will hold 26%.<!--/main--></p>
<div class=also-read><b><!--free-->ALSO READ<!--/free--></b><br><a>Steel mills seek higher duty on Vietnam coil</a></div>
<p><!--main-->EBITDA per tonne improved to Rs&nbsp;1,046 from Rs&nbsp;921 a year ago, though it was lower than the Rs&nbsp;1,090 of the September quarter. Net debt stood at Rs&nbsp;3,310 crore at the end of December, or 1.3 times EBITDA.</p>
<h3>No bid for Malwa Cement</h3>
<p>Barve denied reports that Sundara is in the race for Malwa Cement, which is being sold by its lenders. &quot;We have looked at it and we have passed,&quot; he said. The promoters, the Sundaram family, have no plan to sell any part of their holding of 54.3%, he added.</p>
<p>&quot;Demand from housing has been good since Diwali, and we took a price increase of Rs&nbsp;8 a bag in the west,&quot; said managing director Arvind Sundaram.</p>
<p>The Sundara stock closed 2.6% higher at Rs&nbsp;1,874.50 on the NSE.<!--/main--></p>
</div>
<div class=amp-tags><a>Sundara Cements share price</a> <a>Gujarat cement industry news</a> <a>capex</a></div>
<div class=amp-disclaimer>Download the Deccan Business app to get live market updates and the day's business news.</div>
<section class=amp-more><h4>Top stories for you right now</h4><ul><li><a>Rupee ends at two-month high against the dollar</a></li><li><a>Six IPOs to open next week: all the dates</a></li><li><a>Gold loan firms get new norms from regulator</a></li></ul></section>
<amp-accordion><section><h4>Trending stocks</h4><ul><li><a>Orvakal Power share price today</a></li><li><a>Bharani Motors share price today</a></li></ul></section></amp-accordion>
</main>
<footer class=amp-foot>
@@foot@@
<p>Copyright &copy; 2026 Deccan Business Network Ltd. For reprint rights write to the syndication desk.</p></footer>
<amp-analytics type="gtag"></amp-analytics>
</body></html>""",
        nav=entries(
            "Home|Markets|Stocks in the news today|IPO|Mutual funds screener|Gold and silver rates".split("|"),
            '<li class="amp-menu-item"><a class="amp-menu-link">%n</a></li>',
        ),
        foot=entries(picked(FOOT, 30, 12), '<a class="amp-foot-l">%n</a>'),
    )


def cookie_wall() -> str:
    """JSON-LD (with articleBody) and a long cookie wall before the article; vendor list; BEM classes."""
    return filled(
        r"""<!DOCTYPE html>
<html lang="en-IE"><head><meta charset="utf-8"><title>Shannon Aero Leasing orders 24 turboprops – The Liffey Post</title>
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Shannon Aero Leasing orders 24 turboprops in bet on island routes", "description": "Order is the lessor's biggest.", "datePublished": "2026-05-14T06:30:00+01:00", "dateModified": "2026-05-14T06:30:00+01:00", "image": ["https://img.example.com/1200/lead.jpg"], "publisher": {"@type": "Organization", "name": "The Liffey Post", "logo": {"@type": "ImageObject", "url": "https://img.example.com/logo.png"}}, "mainEntityOfPage": {"@type": "WebPage", "@id": "https://www.example.com/article"}, "articleBody": "Shannon Aero Leasing has ordered 24 turboprop aircraft from the maker Valtieri, with options on a further 12, as island and coastal airlines replace ageing fleets. The order is worth about \u20ac580 million at list prices."}</script>
</head>
<body class="lp-body lp-body--locked" style="overflow:hidden">
<div class=cw id=cw role="dialog" aria-modal="true"><div class=cw__panel>
<h2 class=cw__title>Before you read on: your data, your choice</h2>
<p>We and our 683 partners store and access personal data, like browsing data or unique identifiers, on your device. Selecting “I accept” enables tracking technologies to support the purposes shown under “we and our partners process data to provide”.</p>
<p>Selecting “Reject all” or withdrawing your consent will disable them. If trackers are disabled, some content and ads that you see may not be as relevant to you. You can resurface this menu to change your choices at any time by clicking the link at the bottom of the page.</p>
<p>Your choices will have effect within our website. For more details, refer to our privacy policy and to the list of vendors who rely on legitimate interest.</p>
<h3>We and our partners process data to provide:</h3>
<ul class=cw__purposes><li><label><input type="checkbox"> Use precise geolocation data</label></li><li><label><input type="checkbox"> Actively scan device characteristics for identification</label></li><li><label><input type="checkbox"> Store and access information on a device</label></li><li><label><input type="checkbox"> Personalised advertising and content, audience research and services development</label></li></ul>
<details class=cw__vendors><summary>Show the list of partners (vendors)</summary><ul><li>Adnetica GmbH</li><li>Bidstream Exchange Limited, Dublin</li><li>Clickharbour Analytics Inc., Boston</li><li>Dataloom</li></ul></details>
<div class=cw__buttons><button class="cw__b cw__b--y">I accept</button><button class=cw__b>Reject all</button><button class=cw__b>Read without ads for €3 a month</button></div></div></div>
<div class=lp aria-hidden="true"><div class=lp-head><a class=lp-head__logo>The Liffey Post</a><nav class=lp-nav><ul class=lp-nav__list>
@@nav@@
</ul></nav></div>
<div class=lp-article><div class=lp-article__head><p class=lp-kicker><a>Aviation</a></p><h1 class=lp-h1><!--main-->Shannon Aero Leasing orders 24 turboprops in bet on island routes</h1><p class=lp-dek>Order worth some €580m at list prices is the lessor’s biggest in its twelve years<!--/main--></p><p class=lp-byline><!--free-->Niamh Corrigan, Thu 14 May 2026, 06:30<!--/free--></p></div>
<div class=lp-article__body>
<p class=lp-p><!--main-->Shannon Aero Leasing has ordered 24 turbo&shy;prop aircraft from the maker Valtieri, with options on a further 12, as island and coastal airlines replace ageing fleets.</p>
<p class=lp-p>The order is worth about €580&nbsp;million at list prices, although large buyers usually pay less than half of that. Deliveries will run from the second quarter of 2027 to the end of 2029.</p>
<p class=lp-p>“The turboprop is not glamorous, but it pays its rent,” said chief executive D&oacute;nal Whelan. He said 15 of the aircraft had already been placed with customers: nine with Azores operator AtlantiLink and six with a carrier in the Philippines that he declined to name.</p>
<h2 class=lp-h2>A small lessor grows up</h2>
<p class=lp-p>Founded in 2014 by three former employees of a bigger lessor, Shannon Aero now owns 71 aircraft and manages a further 18. Its owners are the founders, with 22 per cent, and the Boston fund <a>Keel Street Partners</a>, with the rest.<!--/main--></p>
<div class="lp-card lp-card--promo"><p>Sign up to our Friday aviation letter, The Hold, written by Niamh Corrigan.</p></div>
<p class=lp-p><!--main-->Net income was $41m in 2025, against $33m a year before. Repossessions after the failure of Baltic carrier Amberjet cost it $6m.</p>
<p class=lp-p>Whelan has long argued that lessors ignore routes shorter than 400&nbsp;kilometres, on which a turboprop burns some 40&nbsp;per cent less fuel than a small jet. The world fleet of such aircraft is on average 17&nbsp;years old.</p>
<p class=lp-p>The order is a lift for Valtieri too. The Turin company built only 29 aircraft last year, after 36 the year before, as one of its suppliers of propellers had trouble with a new blade. It now has orders for 131.</p>
<h2 class=lp-h2>Rates are rising again</h2>
<p class=lp-p>A new 70-seat turboprop rents for about $195,000 a month, according to the valuer Blackrath, up from $170,000 at the start of 2024. Three of Shannon Aero’s aircraft are on the ground without a customer; a year ago it was eight.</p>
<p class=lp-p>The company will pay for the first eight aircraft from a $200m loan arranged in March by two Irish banks. It does not rule out a sale of bonds next year.<!--/main--></p>
</div>
<div class=lp-article__foot><ul class=lp-topics><li><a>Aircraft leasing industry</a></li><li><a>Shannon</a></li></ul></div></div>
<div class=lp-more><h3 class=lp-more__t>In the news this morning</h3><div class=lp-teaser><a>Cork distiller wins listing with US grocery chain</a></div><div class=lp-teaser><a>Dublin office rents flat for a sixth quarter</a></div><div class=lp-teaser><a>Ferry strike: what passengers are entitled to</a></div></div>
<div class=lp-foot><ul>
@@foot@@
</ul><p>&copy; Liffey Post DAC. The Liffey Post is a member of the press council.</p></div></div>
</body></html>""",
        nav=entries(picked(NEWS, 25, 13), '<li class="lp-nav__item"><a class="lp-nav__link">%n</a></li>'),
        foot=entries(picked(FOOT, 32, 13), '<li class="lp-foot__i"><a>%n</a></li>'),
    )


def sections() -> str:
    """Article in a soup of <section>s, one paragraph each, with inline promos, ad slots and polls between them."""
    return filled(
        r"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Inside the plan to save Harrow & Finch | Retail Dispatch</title></head>
<body><section class=rd-shell><section class=rd-top><section class=rd-logo><a>Retail Dispatch</a></section><section class=rd-menu role=navigation>
@@nav@@
</section><section class=rd-user><a>Log in</a><a>Get unlimited access from $2 a week</a></section></section>
<section class=rd-content>
<section class="rd-block rd-block-title"><h1><!--main-->Inside the plan to save Harrow &amp; Finch</h1></section>
<section class="rd-block rd-block-lead"><p>The department store chain has shut a third of its shops, sold its flagship and hired a grocer to run what is left. Will it be enough?<!--/main--></p></section>
<section class="rd-block rd-block-by"><span><!--free-->Words by Lena Ostrow</span><span>Updated June 2, 2026<!--/free--></span></section>
<section class="rd-block rd-block-text"><p><!--main-->On a wet Thursday in Columbus the perfume hall of Harrow &amp; Finch has more staff than customers. Upstairs, where the furniture used to be, a climbing wall is going in.</p></section>
<section class="rd-block rd-block-text"><p>The wall is the idea of Greta Solheim, who became chief executive in February after 11 years at the grocer Penny Basket. &#x201C;A department store is a reason to leave the house,&#x201D; she says. &#x201C;We had stopped giving people one.&#x201D;<!--/main--></p></section>
<section class="rd-block rd-block-promo"><p>Don't miss: The Dispatch 100, our ranking of the fastest growing chains in North America</p><a>See the full ranking here</a></section>
<section class="rd-block rd-block-text"><p><!--main-->Sales fell 9 percent to $1.74 billion in the year to January, and the company lost $212 million. In March it agreed with lenders to push back the maturity of a $400 million loan to 2029.</p></section>
<section class="rd-block rd-block-h"><h2>Fewer stores, more rent</h2></section>
<section class="rd-block rd-block-text"><p>Thirty-one of 94 stores closed this spring. The flagship on Michigan Avenue was sold to <a>Brightwater Realty</a> for $285 million and leased back for ten years, on two floors instead of nine.<!--/main--></p></section>
<section class="rd-block rd-block-ad"><span><!--free-->ADVERTISEMENT<!--/free--></span><section class=rd-adbox>ShelfSense: count your stock with the phone in your pocket</section></section>
<section class="rd-block rd-block-text"><p><!--main-->The rest of the space will be let. A clinic chain, two gyms and a Korean supermarket have signed for 14 stores, which Solheim says will bring in $38 million of rent a year by 2028.</p></section>
<section class="rd-block rd-block-pull"><blockquote>We are becoming a landlord with a very good shoe department.</blockquote></section>
<section class="rd-block rd-block-text"><p>Not everybody is persuaded. &#x201C;Every failing store I have followed in <em>thirty years</em> has discovered experiences in its last three,&#x201D; says Paul Desrosiers, who runs the consultancy Aisle Nine.<!--/main--></p></section>
<section class="rd-block rd-block-poll"><p>Poll: when did you last buy something in a department store?</p><label>Within the past month</label><label>More than a year ago</label><label><!--free-->Never<!--/free--></label></section>
<section class="rd-block rd-block-h"><h2><!--main-->What the grocer brings</h2></section>
<section class="rd-block rd-block-text"><p>Solheim has cut the number of suppliers from 2,600 to 1,450 and the number of shoe brands from 88 to 52. Gross margin rose by two points in the first quarter, the first rise since 2019.<!--/main--></p></section>
<section class="rd-block rd-block-promo"><p>Subscribers also read: why the mall food court is making money again</p></section>
<section class="rd-block rd-block-text"><p><!--main-->She has until Christmas. If stores open for more than a year do not grow by at least 2 percent in the holiday quarter, lenders may ask for another $60 million of cash as security.</p></section>
<section class="rd-block rd-block-text"><p>In Columbus the climbing wall opens on Saturday. It is booked out until August.<!--/main--></p></section>
<section class="rd-block rd-block-nl"><h3>The Morning Dispatch, free in your inbox</h3><p>Join 88,000 people in retail who start the day with us.</p></section>
<section class="rd-block rd-block-tags"><a>Department stores news</a><a>Turnarounds and bankruptcies</a></section>
</section>
<section class=rd-feed><h3>Next in your feed today</h3><section class=rd-f><a>Dollar chain tests shops without tills</a><p>Shoppers in Tulsa will pay by palm.</p></section><section class=rd-f><a>Toy maker moves moulds from Shenzhen to Monterrey</a><p>Tariffs were the last straw, its founder says.</p></section></section>
<section class=rd-bottom>
@@foot@@
<section class=rd-copy>Retail Dispatch is published by Counterpane Media LLC. © 2026</section></section></section>
<section class=rd-gdpr><p>By using this site you agree to our use of cookies and similar technologies.</p></section>
</body></html>""",
        nav=entries(
            "News|Grocery|Fashion and footwear|Department stores|Beauty|Home & furniture".split("|"),
            '<section class="rd-mi"><a>%n</a></section>',
        ),
        foot=entries(picked(FOOT, 30, 14), '<section class="rd-bi"><a>%n</a></section>'),
    )


def long_teasers() -> str:
    """Page with long related teasers (several sentences each, in <p>, as <article> cards) after and beside a medium article."""
    return filled(
        r"""<!DOCTYPE html><html lang="en" prefix="og: http://ogp.me/ns#"><head><meta charset="utf-8"><title>Port of Varna leases grain terminal to Delmar – Black Sea Trader</title></head>
<body class=node-type-story>
<div class=l-page><header class=l-header role=banner><div class=l-branding><a class=site-logo>Black Sea Trader</a></div><div class="l-region l-region--navigation"><ul class=menu>
@@nav@@
</ul></div></header>
<div class=l-main><div class=l-content role=main><div class=promo-top><p>Black Sea Grain Forum, Constanta, 9-11 September. Early bird tickets are on sale until the end of June, with a third off for subscribers and speakers.</p></div>
<div class="node node--story view-mode-full"><h1 class=node__title><!--main-->Port of Varna leases grain terminal to Delmar for 35 years<!--/main--></h1><div class=submitted><!--free-->BST staff, 11 June 2026<!--/free--></div>
<div class="field field--name-field-summary"><div class=field__item><!--main-->The Bulgarian port gets €96 million of investment and the Danish trader its first terminal on the Black Sea.</div></div>
<div class="field field--name-body"><div class="field__item even"><p>The Port of Varna has leased its eastern grain terminal to Delmar Agri of Aarhus for 35 years. The two signed the contract on Wednesday in the presence of the transport minister.</p>
<p>Delmar is to pay €4.1 million a year, rising with inflation, and to invest €96 million by 2030. It will dredge the berth to 13.5 metres and add silos for 120,000 tonnes of wheat and sunflower seed.</p>
<p>Until now ships of more than 40,000 tonnes have had to finish loading at <a>Constanta</a>. &#8216;Farmers in Dobrich have been paying for that detour,’ said Delmar’s regional director, Sten Aagaard.</p>
<h4>Losing bidders may go to court</h4>
<p>Two other groups had bid: a consortium of the local trader Zhitomel with a Turkish builder, and Ukraine’s Chornozem Export. Zhitomel said that it would appeal because its offer of rent had been higher by a tenth.</p>
<p>Zhitomel offered €4.5 million a year but only €40 million of investment, according to minutes of the tender committee seen by Black Sea Trader. Chornozem Export withdrew in April after its bank refused to give a guarantee.</p>
<h4>A first step for Delmar</h4>
<p>Delmar, a cooperative of 8,200 Danish farmers, trades 9 million tonnes of grain and feed a year but has so far rented space in the terminals of others. It closed its office in Odesa in 2022 and moved the staff to Varna.</p>
<p>The company expects to ship 1.2 million tonnes through the terminal in the first full year. Its rival Halmstad Korn, which runs a terminal at Burgas, handled 900,000 tonnes last year.</p>
<p>The port company, which belongs to the state, handled 3.4 million tonnes of grain last year, 12% more than in 2024. It will keep the other two berths and their 190 workers.<!--/main--></p></div></div></div>
<div class="block block--related"><h2 class=block__title>Related stories from our archive</h2>
<article class=teaser><h3><a>Turkish millers return to the Romanian market</a></h3><p>Mills around Mersin bought 260,000 tonnes of Romanian wheat in May, the most in any month for three years. Traders say that a new quota on duty-free imports is behind the rush. Prices at Constanta rose by four euros in a week, and several exporters have stopped offering for July.</p></article>
<article class=teaser><h3><a>Odesa barge company orders a dozen hulls</a></h3><p>Danube Lines of Izmail has ordered twelve barges from a yard at Galati. The company, which was founded by four captains in 2022, will pay for them with a loan from a development bank. Each of the barges can carry 2,900 tonnes. The first will be launched in November and the rest by the spring of 2028.</p></article>
<article class=teaser><h3><a>Drought cuts the maize crop in Thrace</a></h3><p>Yields in the south of Bulgaria will be 30% below the average of five years, the farm ministry says. Maize is suffering most because it was sown late. Farmers’ groups want an advance on subsidies. The minister has promised an answer before the harvest begins, but the finance ministry is said to be against it.</p></article>
<article class=teaser><h3><a>Insurers halve the premium for Black Sea calls</a></h3><p>The cost of cover for a call at a Ukrainian port has dropped to 0.4% of the value of the hull. Brokers in London say that no ship has been hit since last August. Owners of older vessels still pay up to 0.9%, and some underwriters refuse ships of more than 25 years altogether.</p></article>
</div></div>
<aside class="l-region l-region--sidebar"><div class=block><h2>Editor’s choice</h2><div class=views-row><a>The quiet man who buys half of Moldova’s walnuts</a><p>Ion Cebotari began with a van and a scale. Thirty years later he sets the price for a whole country, and nobody in Chisinau seems to mind. We went to see him.</p></div><div class=views-row><a>How a strike at one elevator stopped three ports</a><p>It lasted nine days and cost the trade some forty million dollars. Both sides now say that they won. Our reconstruction, hour by hour.</p></div></div><div class="block block--prices"><h2>Prices at the close, in euros a tonne</h2><table><tr><td>Wheat 12.5% FOB Constanta</td><td>214</td></tr><tr><td>Maize FOB Odesa</td><td>187</td></tr></table></div></aside></div>
<footer class=l-footer><ul>
@@foot@@
</ul><p class=cr>Black Sea Trader is published in Varna by Pontus Press EOOD. Copying without our written permission is forbidden.</p></footer></div>
<div class=eu-cookie><h2>We use cookies on this site to enhance your user experience</h2><p>By clicking any link on this page you are giving your consent for us to set cookies.</p><button>OK, I agree</button></div>
</body></html>""",
        nav=entries(
            "Home|Wheat|Maize|Barley|Sunflower seed and oil|Rapeseed".split("|"),
            '<li class="menu__item leaf"><a class="menu__link">%n</a></li>',
        ),
        foot=entries(picked(FOOT, 30, 15), '<li class="menu__item"><a>%n</a></li>'),
    )


def many_comments() -> str:
    """News page with a comments section longer than the article: nested replies, votes, badges."""
    return filled(
        r"""<!DOCTYPE html>
<html lang="en-AU"><head><meta charset="UTF-8"><title>Wattle Bank scraps branch fee after customer revolt | Southern Business Review</title></head>
<body class=sbr><div id=app-root><header class=sbr-hd><span class=sbr-date>Sydney, Friday August 14, 2026</span><a class=sbr-logo>Southern Business Review</a><div class=sbr-hd-r><a>Today's paper and archive</a><a>Subscribe</a></div><nav class=sbr-nav>
@@nav@@
</nav></header>
<main class=sbr-main><div class=sbr-story><ul class=sbr-crumbs><li>Money</li><li>Banking</li></ul><h1><!--main-->Wattle Bank scraps branch fee after customer revolt<!--/main--></h1><div class=sbr-author><div><!--free-->Wendy Kwan<br><span>Banking reporter</span></div></div><div class=sbr-times><time>Aug 14, 2026 – 5.00am</time></div>
<div class=sbr-tools><button>Save</button><button>Log in or Subscribe to save article</button><button>Share<!--/free--></button><span>Gift 5 articles to anyone you choose each month when you subscribe.</span></div>
<div class=sbr-body><div><p><!--main-->Wattle Bank has dropped its plan for a $4 fee on cash taken out at the counter, nine days after announcing it, as customers closed accounts and the treasurer called the charge “tin-eared”.</p><p>Chief executive Andrew Petrakis said on Thursday that the bank had “got this wrong”. About 21,000 of its 1.9 million customers asked to close an account in the week after the news, three times as many as usual.</p><p>The fee would have brought in some $14 million a year, the bank said. It cost shareholders more than that: Wattle stock fell by 5.2 per cent in the period, or $430 million in market value.<!--/main--></p>
<div class=sbr-inline-rel><span><!--free-->Related<!--/free--></span><a>Regional branches: the map of where your bank has left</a></div>
<h3><!--main-->Board asks for a review</h3><p>Chairwoman Lorraine Tully has asked the law firm Banksia Partners to find out why the bank's own survey, in which <b>68 per cent</b> of those asked opposed the fee, did not reach directors.</p><p>Two rivals took the chance. Mutual lender Coastwise opened its branches on Saturday and said it had signed up 6,400 people; Federation Bank promised no counter fees before 2030.</p><p>The fee was approved by the executive committee in May as part of a plan to take $90 million out of branch costs by 2028, according to a paper seen by the <em>Review</em>. Head of retail Simone Dacosta, who wrote the paper, left the bank on Wednesday; Wattle said the two events were not linked.</p><p>The bank has shut 61 branches since 2022 and has 203 left. Mr Petrakis said none would be closed before the end of next year. He would not say whether executives would lose part of their bonuses, which came to $11.6 million in total last year.</p><p>Wattle will report its full-year results on August 27. Analysts expect cash earnings of $811 million.<!--/main--></p></div></div>
<div class=sbr-bio><b>Wendy Kwan</b> reports on banks and insurers from our Melbourne newsroom. Connect with Wendy on Twitter. Email Wendy with a tip.</div></div>
<section class=coral id=conversation><div class=coral-head><h2>Conversation</h2><span>148 comments</span><p>Comments are moderated and should be polite and on topic. Read our full guidelines before you join in.</p><textarea></textarea><div class=coral-sort>Sort by <select><option>Most respected<option>Newest<option>Oldest</select></div></div><ul class=coral-stream>
<li class="coral-comment coral-indent-0"><div class=coral-c-top><button class=coral-user>Margo of Dubbo</button><time>9 hours ago</time></div><div class=coral-c-body><div>I have banked with Wattle since 1971. My pension is paid there, my late husband's savings were there, and I was to pay four dollars to speak to a person? I went to the credit union on Monday and I won't be going back.</div></div><div class=coral-c-act><button>Respect</button><span>212</span><button>Reply</button><button>Report</button></div></li>
<li class="coral-comment coral-indent-1"><div class=coral-c-top><button class=coral-user>K. Papas</button><time>8 hours ago</time></div><div class=coral-c-body><div>Good on you Margo. They only listen when the money walks out of the door.</div></div><div class=coral-c-act><button>Respect</button><span>40</span><button>Reply</button><button>Report</button></div></li>
<li class="coral-comment coral-indent-1"><div class=coral-c-top><button class=coral-user>TellerNoMore</button><time>8 hours ago</time></div><div class=coral-c-body><div>I worked in a branch for 16 years. We told head office about this in March. Nobody up there has stood behind a counter since the nineties.</div></div><div class=coral-c-act><button>Respect</button><span>77</span><button>Reply</button><button>Report</button></div></li>
<li class="coral-comment coral-indent-0"><div class=coral-c-top><button class=coral-user>Contrarian</button><time>8 hours ago</time></div><div class=coral-c-body><div>Unpopular view: cash is expensive. Somebody drives it about in a truck with a guard. Why should I, who never use it, pay for those who do?</div></div><div class=coral-c-act><button>Respect</button><span>12</span><button>Reply</button><button>Report</button></div></li>
<li class="coral-comment coral-indent-1"><div class=coral-c-top><button class=coral-user>Bev</button><time>7 hours ago</time></div><div class=coral-c-body><div>Because one day the internet will be down in your town for four days, as it was in ours, and then you will want a note in your pocket.</div></div><div class=coral-c-act><button>Respect</button><span>58</span><button>Reply</button><button>Report</button></div></li>
<li class="coral-comment coral-indent-2"><div class=coral-c-top><button class=coral-user>Contrarian</button><time>7 hours ago</time></div><div class=coral-c-body><div>Then keep a few notes at home, Bev. I am talking about who pays.</div></div><div class=coral-c-act><button>Respect</button><span>3</span><button>Reply</button><button>Report</button></div></li>
<li class="coral-comment coral-indent-0"><div class=coral-c-top><button class=coral-user>long-term holder</button><time>7 hours ago</time></div><div class=coral-c-body><div>As a shareholder I would like to know who signed this off. $430m of value gone for $14m of fees. That is not a rounding error, that is a board asleep at the wheel.</div></div><div class=coral-c-act><button>Respect</button><span>31</span><button>Reply</button><button>Report</button></div></li>
<li class="coral-comment coral-indent-0"><div class=coral-c-top><button class=coral-user>Shazza</button><time>6 hours ago</time></div><div class=coral-c-body><div>Petrakis was paid $5.1m last year. Just saying.</div></div><div class=coral-c-act><button>Respect</button><span>18</span><button>Reply</button><button>Report</button></div></li>
<li class="coral-comment coral-indent-0"><div class=coral-c-top><button class=coral-user>ruralGP</button><time>6 hours ago</time></div><div class=coral-c-body><div>The nearest Wattle branch is 140 km from us. The fee made no difference here because there is nothing left to charge us for.</div></div><div class=coral-c-act><button>Respect</button><span>66</span><button>Reply</button><button>Report</button></div></li>
<li class="coral-comment coral-indent-1"><div class=coral-c-top><button class=coral-user>Jim T</button><time>5 hours ago</time></div><div class=coral-c-body><div>Same in the Mallee. Post office does it all now and does it better.</div></div><div class=coral-c-act><button>Respect</button><span>9</span><button>Reply</button><button>Report</button></div></li>
<li class="coral-comment coral-indent-0"><div class=coral-c-top><button class=coral-user>DataNerd</button><time>5 hours ago</time></div><div class=coral-c-body><div>21,000 out of 1.9 million is 1.1 per cent. A storm in a teacup, though a costly one. The real question is what the deposits of those people were worth.</div></div><div class=coral-c-act><button>Respect</button><span>22</span><button>Reply</button><button>Report</button></div></li>
<li class="coral-comment coral-indent-1"><div class=coral-c-top><button class=coral-user>Actuary in exile</button><time>5 hours ago</time></div><div class=coral-c-body><div>Older savers hold most of the balances, so I would guess at twice that share of deposits, perhaps more.</div></div><div class=coral-c-act><button>Respect</button><span>14</span><button>Reply</button><button>Report</button></div></li>
<li class="coral-comment coral-indent-0"><div class=coral-c-top><button class=coral-user>Nigel P</button><time>4 hours ago</time></div><div class=coral-c-body><div>Can we please have a royal commission into royal commissions as well while we are at it.</div></div><div class=coral-c-act><button>Respect</button><span>5</span><button>Reply</button><button>Report</button></div></li>
<li class="coral-comment coral-indent-0"><div class=coral-c-top><button class=coral-user>smallbizowner</button><time>4 hours ago</time></div><div class=coral-c-body><div>We bank takings from two cafes every day. With this fee and the coin charge we would have paid $60 a week. I had the forms from Coastwise on my desk already.</div></div><div class=coral-c-act><button>Respect</button><span>27</span><button>Reply</button><button>Report</button></div></li>
<li class="coral-comment coral-indent-0"><div class=coral-c-top><button class=coral-user>Federation fan</button><time>3 hours ago</time></div><div class=coral-c-body><div>No fees before 2030 sounds good until you read the small print on the product page.</div></div><div class=coral-c-act><button>Respect</button><span>2</span><button>Reply</button><button>Report</button></div></li>
<li class="coral-comment coral-indent-0"><div class=coral-c-top><button class=coral-user>Old Coach</button><time>2 hours ago</time></div><div class=coral-c-body><div>Credit where it is due. He said he got it wrong, in plain words, within ten days. How many chief executives ever do?</div></div><div class=coral-c-act><button>Respect</button><span>11</span><button>Reply</button><button>Report</button></div></li>
<li class="coral-comment coral-indent-0"><div class=coral-c-top><button class=coral-user>Tully watcher</button><time>2 hours ago</time></div><div class=coral-c-body><div>A review by the law firm that already acts for the bank. I can hardly wait for the surprising findings.</div></div><div class=coral-c-act><button>Respect</button><span>8</span><button>Reply</button><button>Report</button></div></li>
</ul><button class=coral-more>Load the other 130 comments</button></section>
<aside class=sbr-aside><h3>Latest in banking and finance</h3><a class=sbr-t>Super fund buys a quarter of Perth toll road</a><a class=sbr-t>Mortgage wars: brokers say cashbacks are over</a><a class=sbr-t>Insurer Gumleaf lifts reserves after hail</a></aside></main>
<footer class=sbr-ft><div class=sbr-ft-c>
@@foot@@
</div><small>&copy; 2026 Southern Business Review Pty Ltd. ABN 00 612 400 881</small></footer></div></body></html>""",
        nav=entries(picked(NEWS, 28, 16), '<a class="sbr-nav-a">%n</a>'),
        foot=entries(picked(FOOT, 34, 16), '<a class="sbr-ft-a">%n</a>'),
    )


def two_paragraphs() -> str:
    """Short article (two paragraphs) amid much boilerplate: live prices, cards, carousels, sign-up, big footer."""
    return filled(
        r"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>BRIEF-Pelham Optics names Ayodele as finance chief | MarketBell</title></head>
<body class=mb-theme><div class=mb-ribbon>Markets open: S&amp;P 500 futures +0.2%, Nasdaq futures +0.4%, Dow futures flat</div>
<div class=mb-header><a>MarketBell</a><ul class=mb-nav>
@@nav@@
</ul><div class=mb-search><input></div></div>
<div class=mb-banner><p>MarketBell Premium: get real-time quotes, model portfolios and our daily call with strategists. Half price until Sunday night.</p><a>Claim my half price offer</a></div>
<div class=mb-cols><div class=mb-l><div class=mb-card><h4>Market movers</h4><p><a>Tidewell Energy jumps 14% on drilling result</a></p><p><a>Orrin Software slides after cutting its forecast</a></p><p><a>Nickel hits a nine-month low on Indonesian supply</a></p></div><div class=mb-card><h4>Learn</h4><p>What is a stop-loss order? Our beginner's guide explains how to use one, and why many people should not.</p></div></div>
<div class=mb-c><div class=mb-story><h1><!--main-->BRIEF-Pelham Optics names Ayodele as finance chief<!--/main--></h1><span class=mb-src><!--free-->MarketBell Newswire · 2 min ago<!--/free--></span><div class=mb-txt><p><!--main-->Pelham Optics Inc said on Monday it had named Grace Ayodele as chief financial officer with effect from July 1. She joins from Larkin Medical, where she was treasurer.<p>The Rochester, New York maker of lenses said that Ayodele would succeed Martin Shaw, who is to retire after 14 years. It confirmed its forecast of 2026 revenue of $415 million to $430 million.<!--/main--></div><div class=mb-quote><b>PLHM</b> 31.08 <span>-0.12</span> <a>Add PLHM to my watchlist</a></div></div>
<div class=mb-feedback>Was this brief useful to you? Tell our editors. <button>Yes</button><button>No</button></div>
<div class=mb-strip><h3>Recommended for you by MarketBell</h3><div class=mb-tile><a><b>The retirement number that most couples get wrong</b></a><p>Financial planners say the rule of four percent was never meant for people who stop work at fifty-five. Here is what they use instead, and how to work out your own number in ten minutes.</p></div><div class=mb-tile><a><b>Three dividend shares for a nervous summer</b></a><p>Our columnist has held two of them through three recessions. The third is a newcomer with a pipeline business that nobody seems to want.</p></div><div class=mb-tile><a><b>Why the lens makers are all buying software</b></a><p>Margins on glass are thin. Margins on the programs that shape it are not, as last week's deals have shown.</p></div></div>
<div class=mb-sponsored><h5>Paid content</h5><p><a>Homeowners over 50 are using this little-known plan to cut their bills (see if you qualify)</a></p><p><a>Doctors were speechless: the one vegetable to eat before bed</a></p></div></div>
<div class=mb-r><div class="mb-card mb-signup"><h4>The Opening Bell newsletter</h4><p>Everything that will move markets today, at 7 a.m. Eastern. Over 400,000 investors read it.</p><input type="email"><button>Subscribe</button><small>This site is protected by a captcha and its privacy policy applies.</small></div><div class=mb-card><h4>Most active</h4><table><tr><td>Tidewell Energy Corp</td><td>18.22</td><td>+14.1%</td></tr><tr><td>Orrin Software Inc</td><td>64.90</td><td>-9.8%</td></tr></table></div><div class=mb-card><h4>Videos</h4><p><a>Watch: the chart that worries bond traders</a> 3:42</p><p><a>Watch: five minutes with a cocoa farmer</a> 5:10</p></div></div></div>
<div class=mb-footer><div class=mb-fcols>
@@foot@@
</div><p>Quotes are delayed by at least 15 minutes. MarketBell gives no investment advice and accepts no liability for decisions made on the basis of its content.</p><p>&copy; 2026 MarketBell Holdings LLC. All rights reserved.</p></div>
<div class=mb-push><p>Would you like alerts on breaking news? You can turn them off at any time.</p><button>Not now</button><button>Allow</button></div>
</body></html>""",
        nav=entries(picked(NEWS, 32, 17), '<li class="mb-nav-i"><a>%n</a></li>'),
        foot=entries(picked(FOOT, 36, 17), '<a class="mb-fl">%n</a>'),
    )


def magazine() -> str:
    """Long magazine article (about 1,150 words): chapters, pull quotes, figures, drop cap, one big <article>."""
    return filled(
        r"""<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>The bicycle kings of Ghent | Meridian Quarterly</title></head>
<body class="mq mq--longread"><a class=mq-skip>Skip to main content</a>
<header class=mq-header><div class=mq-header__in><button></button><a class=mq-logo>Meridian Quarterly</a><a class=mq-sub>Subscribe: four issues for £28</a></div><nav class=mq-drawer hidden><ul>
@@nav@@
</ul></nav></header>
<div class=mq-progress><div></div></div>
<article id=m class=mq-article><header class=mq-hero><p class=mq-issue>Issue 41 · Summer 2026</p><h1><!--main-->The bicycle kings of Ghent</h1><p class=mq-stand>How two brothers-in-law, a bankrupt loom works and a disputed patent built the biggest maker of cargo bikes in Europe, and why the family is now fighting over it<!--/main--></p><p class=mq-credit><!--free-->By <a>Saskia Verelst</a> · Photographs by Idris Cole</p></header>
<figure class="mq-fig mq-fig--full"><figcaption>Frames waiting for paint in the old weaving hall. Photograph: Idris Cole<!--/free--></figcaption></figure>
<div class=mq-text>
<p class=mq-first><!--main--><span class=mq-drop>I</span>n the spring of 2009 Wouter De Meyer bought a machine for which he had no use. It was a tube bender, forty years old, and it stood under a tarpaulin in the yard of a loom works on the canal at Ghent that had gone bankrupt the winter before. He paid the receiver 1,800 euros. His brother-in-law, Luc Hendrickx, who had lent him half of the money, did not speak to him for a week.</p>
<p>Today the bender stands on a plinth in the hall of Trapwerk, the company that the two of them started with it. Trapwerk sold 212,000 cargo bikes last year, one in four of all that were sold in Europe. It had revenue of €694&nbsp;million and a profit of €51&nbsp;million, and employs 2,870 people in Belgium, Portugal and Poland.</p>
<p>It is also at war with itself. De Meyer, who is 61, wants to sell a third of the company to an investor and build a plant in Ohio. Hendrickx, who is 66, wants to do neither. Each of them owns 44&nbsp;per cent. The other 12 belong to De Meyer’s sister Greet, who is married to Hendrickx, and who has not yet said how she will vote.</p>
<h2>A loom works by the canal</h2>
<p>The Loewie works had made looms since 1887. When it failed it owed nine million euros, most of it to its pension fund, and the city wanted the land for flats. De Meyer was an engineer there. He had been working at night on a bicycle with a box in front, long enough for three children and low enough to be steady, because his wife refused to buy a second car.</p>
<p>The trouble with box bikes, he will explain at some length, is the steering rod. It has to run under the box to a wheel that is a metre and a half away, and in most designs it shakes. His answer was a rod in two parts with a <em>rubber joint</em> taken from the let-off of a loom. He filed a patent on the third of June 2009. Four days later another engineer from Loewie, Joris Baert, filed one too.</p>
<p>“We had drawn it together on a beer mat,” says Baert, now a teacher of physics in Kortrijk. “Wouter has the mat. I have asked him for it for years.” The courts decided for De Meyer in 2013, by which time Trapwerk was selling 6,000 bikes a year.</p>
<figure class=mq-pull><blockquote>A shaking front wheel is only a nuisance until you put a child on top of it.</blockquote></figure>
<p>Hendrickx ran a wholesale business in bathroom fittings. He knew nothing of bikes, but he knew dealers, and he knew what they hate. They hate to hold stock. So Trapwerk built only to order, asked customers for a third of the price in advance, and delivered in three weeks. In its first eleven years it did not borrow a cent.<!--/main--></p>
<aside class=mq-promo><p>Meridian Quarterly is paid for by its readers. If you enjoy pieces such as this one, please think about a subscription.</p><a>See all subscription offers</a></aside>
<h2><!--main-->Three good years and a fire</h2>
<p>Then came the plague year, when everyone wanted a bike. Orders went from 31,000 to 88,000 in twelve months, and the waiting time from three weeks to seven months. Hendrickx wanted to raise prices; De Meyer wanted a second factory. They did both. The works at &Aacute;gueda in Portugal, which had belonged to a maker of mopeds, opened in May 2022 with 340 people.</p>
<p>On the night of 9 November 2022 a battery caught fire in the store at Ghent. Nobody was hurt, but 4,100 finished bikes were lost and the weaving hall lost its roof. The insurer, Scheldemutual, paid €23 million after a year of letters. Trapwerk had by then changed its supplier of cells from a firm in Shenzhen to <a>Accumulor</a>, a start-up near Li&egrave;ge in which it bought a stake of 15&nbsp;per cent.</p>
<p>“The fire made us a real company,” says An Lambrecht, who joined as head of finance a month later from a brewery. “Until then the accounts were in Luc’s head, and the designs were in Wouter’s.” She hired a controller, a lawyer and, for the first time, somebody to look after safety.</p>
<h2>The American question</h2>
<p>Americans bought about 90,000 cargo bikes last year. Trapwerk sold 7,000 of them, through a dealer group called Longtail Supply in Portland. A tariff of 25&nbsp;per cent now eats up what it earns there. De Meyer has found a former bus works in Dayton and has an offer from the state of Ohio: a loan of $30 million that need not be paid back if 600 people are at work by 2031.</p>
<p>He also has an investor. Cartwright Lowe, a fund in London that owns a maker of tents and one of rucksacks, has offered €310 million for 33&nbsp;per cent. Part of the money would be new capital, and part would go to the family.</p>
<p>Hendrickx put his view to me in his kitchen, over coffee that he roasts himself. “A fund is a guest who looks at his watch,” he said. In five years it will want to leave, and then the company will be listed, or sold to the Chinese. He has done the sums for Dayton on a sheet of squared paper, and they do not add up unless Americans buy three times as many bikes as they do now.</p>
<figure class="mq-pull mq-pull--left"><blockquote>My husband and my brother have not been in one room since Easter.</blockquote></figure>
<p>There is a third plan, of which neither man likes to speak. Lambrecht has proposed to staff that a trust should buy Greet’s shares with a bank loan, over ten years, and hold them for the employees. The unions are in favour. It would put the casting vote in the hands of people who build the bikes.</p>
<h2>Greet decides</h2>
<p>Greet De Meyer is a notary’s clerk. She keeps her share certificate in a biscuit tin together with the deed of the house. She rides a Trapwerk of the second series, number 0417, with a cracked box that she will not have replaced. At the general meeting on 18&nbsp;September she will have to put up her hand for one side or the other, or stay at home.</p>
<p>“They both think that I shall follow them,” she says. “Wouter because we are blood, Luc because we share a bed. Nobody has yet asked what I think of Ohio.” And what does she think of Ohio? She laughs. “It is flat, I am told. That is good for a bike.”</p>
<p>Outside, along the canal, the evening shift is coming off. Most of them go home the way that one would expect: in a long, ringing line over the Contributiebrug, the boxes full of shopping and children and, in one case, a sleeping Great Dane. <span class=mq-end>&#9632;</span><!--/main--></p>
</div>
<footer class=mq-article__foot><p class=mq-bio>Saskia Verelst is a writer based in Antwerp. Her book on the diamond cutters of the Pelikaanstraat is published in October.</p><p class=mq-thanks>This story appears in the summer issue under the headline “Blood, steel and rubber”.</p><ul class=mq-share><li></li><li></li><li> Send this story to a friend</li></ul></footer></article>
<section class=mq-next><h2>Read next in this issue</h2><div class=mq-card><h3><a>The last tin smelter in Cornwall</a></h3><p>A Canadian miner says that the price of tin will bring back the good years. The village has heard that before.</p></div><div class=mq-card><h3><a>Who owns the sound of a lawnmower?</a></h3><p>Two makers of electric mowers are in court over a hum.</p></div></section>
<section class=mq-letters><h2>Write to us about this piece</h2><p>Letters may be cut for length and should give your full name and town.</p></section>
<footer class=mq-footer><ul>
@@foot@@
</ul><p>&copy; Meridian Quarterly Limited, 14 Lamb Yard, London. Printed in Suffolk on recycled paper.</p></footer>
<div class=mq-cookies><p>We keep cookies to a minimum: one to remember you and one to count readers.</p><button>Fine</button></div></body></html>""",
        nav=entries(
            "This issue|Archive of all issues|Business|Money|Makers|Land".split("|"),
            '<li class="mq-drawer__i"><a>%n</a></li>',
        ),
        foot=entries(picked(FOOT, 30, 18), '<li class="mq-footer__i"><a>%n</a></li>'),
    )


def metered() -> str:
    """Metered news page with a paywall offer after the first paragraphs, plans table, FAQ of the offer, then more of the story."""
    return filled(
        r"""<!DOCTYPE html>
<html lang="en-US"><head><meta charset="utf-8"><title>Prairie Rail to buy back $1.5 billion of stock - The Capital Courier</title><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","isAccessibleForFree":false,"hasPart":{"@type":"WebPageElement","isAccessibleForFree":false,"cssSelector":".cc-paywalled"},"headline":"Prairie Rail to buy back $1.5 billion of stock"}</script>
</head>
<body class="cc-page cc-metered"><div id=top-offer class=cc-slim><span>Spring sale: one year for $1 a week. Cancel any time.</span><button></button></div>
<header class=cc-masthead><div class=cc-mast-l><button> Sections</button><button></button></div><h2 class=cc-title><a>The Capital Courier</a></h2><div class=cc-mast-r><a>Sign in to your account</a></div></header>
<nav class=cc-sections><ul>
@@nav@@
</ul></nav>
<main class=cc-main><article class=cc-article><div class=cc-flag>Exclusive</div><h1><!--main-->Prairie Rail to buy back $1.5 billion of stock after settling with activist</h1><p class=cc-subhead>Freight railroad gives two board seats to Ironbark Capital and drops its bid for a Gulf Coast short line<!--/main--></p>
<div class=cc-byline><a><!--free-->Hank Sorensen</a> and <a>Divya Rao</a><div>April 27, 2026 at 6:00 a.m. EDT<!--/free--></div></div>
<div class=cc-body><p><!--main-->Prairie Rail Corp. will buy back as much as $1.5 billion of its stock and name two directors put forward by Ironbark Capital, ending a fight that has gone on since the fall, according to people familiar with the agreement.</p>
<p>The Omaha-based railroad will also drop its $870 million offer for Bayou &amp; Delta, a short line in Louisiana that Ironbark had called “a swamp in both senses.” A spokeswoman for Prairie declined to comment.<!--/main--></p>
<div class=cc-wall id=wall-lede><div class=cc-wall-box><h3>Keep reading for $1 a week</h3><p>You have read your last free article this month. Subscribe to get unlimited access to the Courier on the web and in our apps.</p><div class=cc-plans><div class=cc-plan><b><!--free-->Digital<!--/free--></b><span>$4 every four weeks for the first year, then $16</span><button>Choose the Digital plan</button></div><div class=cc-plan><b><!--free-->Premium<!--/free--></b><span>Everything in Digital plus three accounts to share</span><button>Choose the Premium plan</button></div></div><p class=cc-wall-small>Already have a subscription? Sign in. Your card will be charged in advance and the plan renews until you cancel.</p><details><summary>Why do I see this offer?</summary><p>Reporting costs money. Subscribers pay for more than 140 reporters in eleven states.</p></details></div></div>
<div class=cc-paywalled><p><!--main-->Ironbark, run by the investor Sandra Tolliver, owns 4.7 percent of Prairie. It had argued that the company ran trains too slowly and owned too many locomotives, about 600 of which stand idle in yards from Lincoln to Laredo.</p>
<p>Under the agreement the new directors are Walter Kemp, a former chief operating officer of Northern Traction, and Irene Sabato, who was chief financial officer of the trucking company Overland Star until 2024. The board grows to thirteen.</p>
<h3 class=cc-hed>Trains that run on time</h3>
<p>Prairie has promised to raise average train speed to 24 miles per hour by the end of 2027, from 20.8 last year. Its operating ratio, the share of revenue eaten up by costs, was 66.9 percent; Ironbark wants 61.</p>
<p>The settlement bars Ironbark from buying more than 7.5 percent or speaking against the board in public until the annual meeting of 2028. Chief executive Lyle Hutchins, whom the fund had wanted to remove, stays; his contract runs until next summer.</p>
<p>Prairie will borrow about half of the money for the buyback and take the rest from cash. Two rating agencies said last month that a program of more than $2 billion would put its rating at risk.</p>
<p>Unions are wary. “Every time someone in New York finds a slow train, someone in North Platte loses a job,” said Earl Buchanan of the Brotherhood of Track and Signal Workers.</p>
<p>Prairie's shares have gained 19 percent since Ironbark disclosed its stake in October. They closed on Friday at $142.60, which gives the company a market value of $38 billion.<!--/main--></p></div></div>
<div class=cc-end><div class=cc-contrib>Hank Sorensen covers freight and railroads. He has ridden in the cab of eleven kinds of locomotive.</div><div class=cc-contrib>Divya Rao covers activist investors from New York.</div><a class=cc-cmt>Read or add comments (312)</a></div></article>
<aside class=cc-rail><h4>Most read in Business</h4><ol><li><a>They sold the house to buy a lighthouse</a></li><li><a>A tax refund that took nineteen years</a></li><li><a>The warehouse robot with a fear of stairs</a></li></ol><div class=cc-nl><h4>Sign up for The Freight List</h4><p>What moves America, every Tuesday at noon.</p></div></aside></main>
<footer class=cc-foot><div>
@@foot@@
</div><p>&copy; 1884-2026 The Capital Courier Company</p></footer>
<div class=cc-meter role=alertdialog><p>0 free articles left until May 1. Stay informed with a subscription.</p><a>View offers</a></div>
</body></html>""",
        nav=entries(picked(NEWS, 26, 19), '<li><a data-sec="%s">%n</a></li>'),
        foot=entries(picked(FOOT, 34, 19), "<a>%n</a>"),
    )


def tunnel_dryer() -> str:
    """Company product page: hero, feature grid, specification table, applications, FAQ accordion, request form."""
    return filled(
        r"""<!DOCTYPE html>
<html lang="en" class=theme-industrial><head><meta charset="utf-8"><title>TS-400 Tunnel Dryer | Hollins Thermal</title><script type="application/ld+json">{"@context":"https://schema.org/","@type":"Product","name":"TS-400 Tunnel Dryer","brand":{"@type":"Brand","name":"Hollins Thermal"},"sku":"TS400"}</script></head>
<body>
<div class=utility><span>Service hotline, day and night: +44 1274 555 018</span><select><option>English</option><option>Deutsch</option><option>Türkçe</option></select></div>
<header class=header><a class=brand></a><nav class=mainnav><ul class=mainnav-l1>
@@nav@@
</ul></nav><a class=basket>Enquiry basket is empty</a></header>
<div class=crumb><a>Products</a> / <a>Dryers</a> / <span>TS-400</span></div>
<div class=product><div class=gallery></div>
<div class=buy><h1><!--main-->TS-400 Tunnel Dryer for textiles and felt</h1><p class=claim>Dries 400 kilograms of cloth an hour with a third less gas than the model that it replaces<!--/main--></p><div class=stars>★★★★☆ <span>4.6 of 5 from 38 buyers' ratings</span></div><button class="btn btn--big">Request a quote for this machine</button><button class=btn>Compare with other dryers</button></div></div>
<div class=anchor-nav><a><!--free-->Overview</a><a>Specification</a><a>Questions</a><a>Downloads<!--/free--></a></div>
<div class=overview><div class=ov-text><p><!--main-->The TS-400 is the middle model in the tunnel dryer family of Hollins Thermal. We designed it with two finishing mills in Bradford that had to cut their gas bill and could not spare any floor.</p><p>Air leaves the tunnel at 68&nbsp;&deg;C and gives up most of its heat in a plate exchanger of our own make. The fans, by <a>Ventorel</a>, slow down by themselves when the belt is not full.</p></div>
<div class=features><div class=feature><div class=f-ic></div><h3>Moisture meter on board</h3><p>A microwave sensor reads the cloth every two seconds, and the belt adapts its speed.</p></div><div class=feature><div class=f-ic></div><h3>One panel, nine languages</h3><p>Operators learn the touch panel within a shift; recipes move from machine to machine on a card.</p></div><div class=feature><div class=f-ic></div><h3>Built to be cleaned</h3><p>Doors along the whole of one side let two people clear the lint in 25 minutes.</p></div></div></div>
<div class=specs><h2>Technical data of the TS-400</h2><table class=spec-table><tbody>
<tr><th>Drying capacity, cotton at 60% moisture</th><td>400 kg/h</td></tr><tr><th>Working width of the belt</th><td>1,800 mm</td></tr><tr><th>Installed heating power (gas or steam)</th><td>310 kW</td></tr><tr><th>Electrical connection</th><td>400 V, 50 Hz, 63 A</td></tr><tr><th>Length with infeed and outfeed</th><td>14.2 m</td></tr><tr><th>Weight without ducts</th><td>6,900 kg</td></tr></tbody></table></div>
<div class=faq><h2>Questions that buyers ask</h2><details class=faq-i><summary>How long does it take to install?</summary><div><p>Four working days with two of our fitters, if gas and power are in place. We have done it over a bank holiday weekend.</p></div></details><details class=faq-i><summary>Can we put it after a washing range by another maker?</summary><div><p>Yes. About half of the 160 machines that we have delivered since 2019 run behind ranges by Kellner or Ostwald.<!--/main--></p></div></details></div>
<div class=downloads><h2>Downloads for this product</h2><ul><li><a>Brochure TS series (PDF, 4.2 MB, English)</a></li><li><a>Layout drawing TS-400 (DXF, 900 KB)</a></li></ul></div>
<div class=others><h2>Customers also looked at</h2><div class=tile><a><b>TS-250 Compact Tunnel Dryer</b></a><span>The small one, for sample rooms and dye houses</span></div><div class=tile><a><b>HX-90 Heat Recovery Unit</b></a><span>Fits any stenter built since 1995</span></div></div>
<form class=enquiry><h3>Talk to a dryer engineer</h3><label>Name <input></label><label>Company <input></label><label><input type="checkbox"> I agree that Hollins may store my data to answer my enquiry.</label><button>Send</button></form>
<footer class=footer><div class=footer-g>
@@foot@@
</div><p>Hollins Thermal Limited, Canal Works, Shipley. Company number 02288411.</p></footer>
<div class=chat-bubble>Hello! Can we help you find a dryer?</div><div class=cookie-note>Cookies help us to see which pages are useful. <a>Settings</a></div>
</body></html>""",
        nav=entries(
            "Products|Tunnel dryers for textiles|Drum dryers|Belt dryers|Stenters|Steamers".split("|"),
            '<li class="l1"><a class="l1a">%n</a></li>',
        ),
        foot=entries(picked(FOOT, 30, 20), '<a class="fl">%n</a>'),
    )


def vacancy() -> str:
    """Company jobs page: vacancy text (tasks, profile, offer), apply box, similar jobs, talent pool, employer ratings."""
    return filled(
        r"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Process Engineer (m/f/d) Coatings – Linz – Jobs at Adlerhaus Chemie</title></head>
<body class="career-portal job-detail"><div id=wrapper><header id=hdr><div class=hdr-row><a></a><a class=hdr-login>Log in to your applicant profile</a></div><nav id=mainmenu><ul>
@@nav@@
</ul></nav></header>
<div class=searchbar><input><input><button>Search all 184 open jobs</button></div>
<div class=jobgrid><div class=jobcol>
<div class=job-head><h1><!--main-->Process Engineer (m/f/d) Powder Coatings<!--/main--></h1><ul class=job-facts><li> <!--free-->Linz, Austria</li><li>Full time</li><li>Ref. 2026-1187<!--/free--></li></ul></div>
<div class="job-section job-intro"><p><!--main-->Adlerhaus Chemie makes coatings for windows, tractors and rail vehicles. With 3,400 people at nine sites and sales of €1.1&nbsp;billion we are among the five largest makers in Europe, and still owned by the family that founded us in 1908.</p><p>For our works in Linz, where a new extrusion line is to start up in the autumn of 2027, we are looking for an engineer who likes to stand beside the machine.</p></div>
<div class=job-section><h2>What you will do with us</h2><ul><li>You plan trials on the new line and write down what came of them</li><li>You look for the causes of scrap and bring it below 1.5 percent</li><li>You train 24 operators in three shifts, in German and now and then in Croatian or Turkish</li><li>You talk to suppliers of resins and pigments as an equal</li><li>You stand in for the head of production when she is on leave</li></ul></div>
<div class=job-section><h2>What you bring along</h2><ul><li>A degree in process engineering or chemistry, or a master craftsman's certificate</li><li>Three years in a works, not only in a laboratory</li><li>Good German and enough English for a telephone call with Leeds</li></ul></div>
<div class=job-section><h2>What you can expect from us</h2><ul><li>38 hours a week, flexible between 6 in the morning and 7 in the evening</li><li>A canteen that cooks, a nursery next to the gate and a ticket for the tram</li><li>A share in profits, which came to €2,300 a head last year</li></ul><p>The minimum salary under the collective agreement is €56,700 gross a year; we pay more if you have the experience.<!--/main--></p></div>
<div class=applybox><h3>Does that sound like you?</h3><p>Apply online in less than five minutes. You need no covering letter, only a CV.</p><a class=apply>Apply now</a><a class=apply2>Apply with your professional network profile</a><p class=tiny>We handle your data as set out in our privacy notice for applicants.</p></div></div>
<div class=sidecol><div class=contact-person><p>Your contact: Eva Plank, talent acquisition, +43 732 555 0170</p></div><div class=similar><h4>Similar jobs that may interest you</h4><a>Shift Supervisor Resins (m/f/d), Linz</a><a>Laboratory Technician (m/f/d), Graz</a><a>Trainee Supply Chain (m/f/d), Vienna</a></div><div class=pool><h4>No job for you at the moment?</h4><p>Join our talent pool and we will write to you when something suitable comes up.</p></div><div class=rating>Employer rating 4.2 out of 5, based on 217 reviews</div><div class=share-job><span>Recommend this job to a friend</span>  </div></div></div>
<div class=stories><h3>Meet our people: three stories</h3><p><a>Amra came as an apprentice and now runs the mill. Read how she did it.</a></p><p><a>Georg works four days and plays the horn on the fifth.</a></p></div>
<footer id=ftr><ul>
@@foot@@
</ul><p>Adlerhaus Chemie GmbH, Industriezeile 88, 4020 Linz. Commercial register FN 118822 k.</p></footer></div>
<div id=cookie-layer><p>Please decide: may we use cookies that show us how applicants find our jobs?</p><button>Save selection and close</button></div>
</body></html>""",
        nav=entries(
            "Home|Jobs|Jobs by location and field|Professionals|Graduates and young talents|Students and interns".split(
                "|"
            ),
            '<li class="mm"><a>%n</a>',
        ),
        foot=entries(picked(FOOT, 30, 21), "<li><a>%n</a></li>"),
    )


def letter_archive() -> str:
    """Newsletter archive post, on a service for letters, subscribe widgets mid-text, like/restack bar, comments, archive list."""
    return filled(
        r"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Why regional airlines keep dying - by Noor Haddad</title><script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Why regional airlines keep dying", "description": "A seat-mile lesson from the collapse of Fjordhopper", "datePublished": "2026-03-19T06:00:00+00:00", "dateModified": "2026-03-19T06:00:00+00:00", "image": ["https://img.example.com/1200/lead.jpg"], "publisher": {"@type": "Organization", "name": "Load Factor", "logo": {"@type": "ImageObject", "url": "https://img.example.com/logo.png"}}, "mainEntityOfPage": {"@type": "WebPage", "@id": "https://www.example.com/article"}}</script></head>
<body><div id=entry><div id=main class="main typography use-theme-bg"><div class="pencraft pc-display-contents pc-reset"><div class="main-menu topbar-content"><a class="pencraft logo"><h1 class="pub-name noContent">Load Factor</h1></a><div class=buttons><button class="button primary">Subscribe</button><button>Sign in</button></div><div class=menu-list>
@@nav@@
</div></div></div>
<div class=intro-popup><p>Discover more from Load Factor</p><p>Airlines, explained with arithmetic. Over 31,000 subscribers</p><p class=terms>By subscribing, I agree to the Terms of Use and acknowledge the Information Collection Notice.</p><a>Already have an account? Sign in</a></div>
<div class=single-post-container><div class=container><div class=single-post><article class="typography newsletter-post post"><div class=post-header role=region><h1 class="post-title published"><!--main-->Why regional airlines keep dying</h1><h3 class=subtitle>A seat-mile lesson from the collapse of Fjordhopper<!--/main--></h3><div class=byline-wrapper><a><!--free-->Noor Haddad</a><div class=meta>Mar 19, 2026</div></div><div class=post-ufi><span>184</span><span>37</span><span>12<!--/free--></span><a class=post-ufi-button>Share this post with your friends</a></div></div>
<div class=available-content><div class="body markup">
<p><!--main-->Good morning. On Monday Fjordhopper, which flew nineteen propeller aircraft between small towns in Norway, handed back its licence. It is the fourth regional airline in Europe to fail in fourteen months.</p>
<p>People blame fuel, or the weather, or bad luck. I would like to blame division.<!--/main--></p>
<div class=subscription-widget-wrap><div class="subscription-widget show-subscribe"><div class=preamble><p class=cta-caption>Load Factor is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.</p></div><form class=subscription-widget-subscribe><input type="email"><input type="submit"></form></div></div>
<h2 class=header-anchor-post><!--main-->Forty-eight seats and two pilots<div class=header-anchor-parent></div></h2>
<p>A flight from F&oslash;rde to Oslo costs about €5,300 to run. Crew is €1,150 of that, and hardly changes if you put 180 seats behind the pilots instead of 48. Airport fees are €900. Fuel, which everyone talks about, is only €980.</p>
<p>Divide by 48 seats and you get €110 a seat. Divide by the <strong>29 that Fjordhopper sold</strong> on an average flight and you get €183. The average fare, after tax, was €141.</p>
<blockquote><p>Small aeroplanes are cheap to fly and dear to fill.<!--/main--></p></blockquote>
<div class=captioned-image-container><figure><figcaption class=image-caption><!--free-->Cost per seat, by size of aircraft. My own sums from annual reports<!--/free--></figcaption></figure></div>
<h2 class=header-anchor-post><!--main-->So who survives?<div class=header-anchor-parent></div></h2>
<p>Three kinds of regional airline live long:</p>
<ol><li><p>those paid by a state to fly, as Skerry Air is in Orkney with £9.6 million a year;</p></li><li><p>those paid by a big airline for every flight, full or empty;</p></li><li><p>those that own the only road, which is to say that fly to islands.</p></li></ol>
<p>Fjordhopper was none of these after 2024, when it lost seven state routes to <a>Nordvinge</a> in a tender. It bid €61 million; Nordvinge bid €48 million and, I am told, regrets it.</p>
<p>Nordvinge has said that it will take on 60 of the 410 people who lost their jobs. Its own accounts come out in April. I shall do the division and report back.<!--/main--></p>
<p class=button-wrapper><a class="button primary"><span>Give a gift subscription</span></a></p>
</div></div><div class=post-footer><div class=likes>Liked by 184 readers, among them Theo Barr</div></div></article></div></div>
<div class=comments-page><h4>Discussion about this post</h4><div class=tabs><span>Comments</span><span>Restacks</span></div><div class=comment><b>Theo Barr</b><div class=comment-body><p>Ex-dispatcher here. You forgot de-icing, which was our second biggest bill in some winters.</p></div></div><div class=comment><b>Lise</b><div class=comment-body><p>My mother in Florø now has a six hour bus ride to her eye doctor.</p></div></div><a>35 more comments on this one...</a></div>
<div class=portable-archive><div class=tabs><span>Top</span><span>Latest</span></div><div class=pa-item><a>The airport that paid passengers to come</a><p>Subsidies, cheese and a very long runway</p></div><div class=pa-item><a>How to read an airline's balance sheet</a><p>Start with the unflown tickets</p></div><div class=pa-item><a>Bags: a love story in three fees</a></div><a>See all posts in the archive</a></div>
<div class=footer-wrap><div class=footer><p>© 2026 Noor Haddad · Privacy ∙ Terms ∙ Collection notice</p><a>Start writing your own letter today</a><p class=footer-slogan>Letterbox is the home for great writing</p>
@@foot@@
</div></div></div></div>
<div class=cookie-banner><p>We use necessary cookies to make our site work, and would like to set others as well.</p></div></body></html>""",
        nav=entries(
            "Home|Notes|Chat|Archive of past letters|Leaderboard|About".split("|"),
            '<a class="pencraft pc-reset menu-item">%n</a>',
        ),
        foot=entries(picked(FOOT, 30, 22), '<a class="footer-l">%n</a>'),
    )


def regulator() -> str:
    """Government/regulator notice, GOV-style design system: numbered paragraphs, summary list, document metadata, feedback form."""
    return filled(
        r"""<!DOCTYPE html>
<html lang="en" class=gov-template><head><meta charset="utf-8"><title>Final notice: Trentham Mutual Insurance Society - Office for Financial Practice</title></head>
<body class=gov-template__body><div id=global-cookie-message class=gov-cookie-banner role="region"><div class=gov-cookie-banner__message><h2>Cookies on the website of the Office</h2><p>We use some essential cookies to make this website work. We would like to set additional cookies to understand how you use it and to improve our services.</p><button>Accept additional cookies</button><button>Reject additional cookies</button></div></div>
<a class=gov-skip-link>Skip to main content</a>
<header class=gov-header><div class="gov-header__container gov-width-container"><a class=gov-header__link>Office for Financial Practice</a><nav class=gov-navigation><ul>
@@nav@@
</ul></nav></div></header>
<div class=gov-width-container><div class=gov-phase-banner><strong>Beta</strong> This is a new service. Help us improve it and give your feedback (opens in new tab).</div>
<div class=gov-breadcrumbs><ol><li>Home</li><li>Publications</li><li>Final notices</li></ol></div>
<main id=content class=gov-main-wrapper role="main"><div class=gov-grid-row><div class=gov-grid-column-two-thirds>
<span class=gov-caption-xl>Final notice</span><h1 class=gov-heading-xl><!--main-->Trentham Mutual Insurance Society fined £3.84 million for failures in handling claims</h1>
<p class=gov-body-l>The Office has imposed a financial penalty on Trentham Mutual for leaving more than 9,000 claims for storm damage without a decision for longer than its own rules allow.<!--/main--></p>
<dl class=gov-metadata><dt><!--free-->From:</dt><dd>Office for Financial Practice</dd><dt>Published:</dt><dd>22 January 2026</dd></dl>
<div class=gov-contents-list><h2>Contents</h2><ol><li><a>Action</a></li><li><a>Reasons</a></li><li><a>Penalty<!--/free--></a></li></ol></div>
<div class=gov-govspeak>
<h2 id=action><!--main-->Action taken by the Office<!--/main--></h2>
<p><span class=num><!--free-->1.<!--/free--></span> <!--main-->For the reasons given in this notice, the Office hereby imposes on Trentham Mutual Insurance Society Limited (“Trentham”) a financial penalty of £3,840,000 under section 61 of the Act.<!--/main--></p>
<p><span class=num><!--free-->2.<!--/free--></span> <!--main-->Trentham agreed to settle at an early stage and therefore qualified for a discount of 30%. Without it, the penalty would have been £5,485,700.</p>
<h2 id=reasons>Reasons for the action<!--/main--></h2>
<p><span class=num><!--free-->3.<!--/free--></span> <!--main-->Between 1&nbsp;November 2021 and 30&nbsp;June 2023 Trentham failed to decide 9,216 claims within eight weeks. The longest took 71&nbsp;weeks.<!--/main--></p>
<p><span class=num><!--free-->4.<!--/free--></span> <!--main-->Trentham had handed the handling of claims to Corvo Claims Services Limited, a firm with 40 employees, and did not check whether it could cope with the number of claims after the storms of that winter. In particular, Trentham:</p>
<ol class=lower-alpha><li>did not ask for reports on delayed claims until March 2022;</li><li>did not act on a warning by its internal auditor dated 9 May 2022; and</li><li>told its board that the delays were “seasonal”.<!--/main--></li></ol>
<p><span class=num><!--free-->5.<!--/free--></span> <!--main-->By December 2023 Trentham had paid £1.7 million in redress to 6,050 policyholders and had ended its contract with Corvo.</p>
<h2 id=penalty>How the penalty was set<!--/main--></h2>
<table class=gov-table><thead><tr><th><!--free-->Step</th><th>Amount<!--/free--></th></tr></thead><tbody><tr><td><!--main-->Revenue from household policies in the period</td><td>£91,428,000</td></tr><tr><td>Level of seriousness (4 of 5): 10%, adjusted for proportion</td><td>£6,095,200</td></tr><tr><td>Reduction for help given to the investigation</td><td>£609,500<!--/main--></td></tr></tbody></table>
<p><span class=num><!--free-->6.<!--/free--></span> <!--main-->The penalty must be paid in full by 5&nbsp;February 2026. The Office may recover any part that is unpaid as a debt.<!--/main--></p>
</div>
<div class=gov-updates>Get emails when this page is updated <a>Print this page or save as PDF</a></div></div>
<div class=gov-grid-column-one-third><aside class=related><h2>Related content and guidance</h2><ul><li><a>Final notice: Peakway Credit Limited</a></li><li><a>How we decide on the amount of a penalty</a></li><li><a>Complain about an insurance claim</a></li></ul><h3>Collection</h3><a>Final notices and decisions, 2020 to date</a></aside></div></div></main></div>
<div class=gov-feedback><h2>Is this page useful?</h2><button>Yes</button><button>No</button><button>Report a problem with this page</button><p>Do not include personal or financial information, such as your policy number or bank card details.</p></div>
<footer class=gov-footer><ul>
@@foot@@
</ul><span class=gov-footer__licence>All content is available under the Open Public Licence, except where otherwise stated</span><a class=gov-footer__copyright>© State copyright</a></footer>
</body></html>""",
        nav=entries(
            "Home|About the Office|What we regulate and why|Firms|Consumers|Find an authorised firm".split("|"),
            '<li class="gov-navigation__item"><a>%n</a></li>',
        ),
        foot=entries(
            "Help|Privacy|Cookies|Accessibility|Contact|Terms and conditions".split("|"),
            '<li class="gov-footer__list-item"><a class="gov-footer__link">%n</a></li>',
        ),
    )


def robots() -> str:
    """Wire release on a distribution site: logo block, dateline, quotes, About X / contacts / safe harbour (in neither list), source line, related releases."""
    return filled(
        r"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Tessaly Robotics and Grand Harbor Foods Sign Agreement for 1,200 Picking Robots</title></head>
<body class=release-page><div class=cookie-consent-bar><p>Cookies are used on this site to provide the best user experience. If you continue, we assume that you agree to receive cookies from this site.</p><button>OK</button></div>
<header class=header id=main-header><div class=container><a class=wire-logo>Business Dispatch Wire</a><ul class="nav nav-top"><li><a>Send a release with us</a></li><li><a>Client login for members</a></li><li><a>For journalists and bloggers</a></li></ul><nav class=nav-main><ul>
@@nav@@
</ul></nav></div></header>
<main role=main><article class="news-release static-horizontal-layout"><header class="container release-header"><div class="row detail-headline"><h1><!--main-->Tessaly Robotics and Grand Harbor Foods Sign Agreement for 1,200 Picking Robots</h1></div><p class=subtitle>Five-year contract is the largest in Tessaly's history; first robots go to work in Tacoma in October<!--/main--></p></header>
<div class="row detail-meta"><div class=news-org><span><!--free-->NEWS PROVIDED BY</span><a><strong>Tessaly Robotics, Inc.</strong></a></div><p class=mb-no>Sep 15, 2026, 08:30 ET</p><div class=share-article><p>Share this article<!--/free--></p><a></a><a></a><a></a><span>Share to all of your networks</span></div></div>
<section class="release-body container"><div class=row><div class="col-lg-10 col-lg-offset-1"><p><span class=xn-location><!--free-->PITTSBURGH</span>, <span class=xn-chron>Sept. 15, 2026</span> /BusinessDispatchWire/ --<!--/free--> <!--main-->Tessaly Robotics, Inc. (NASDAQ: TSSLY), a maker of robots for chilled warehouses, today announced an agreement with Grand Harbor Foods, the largest seafood distributor in <span class=xn-location>the Pacific Northwest</span>, for 1,200 of its Tern picking robots.</p>
<p>The contract runs for five years and has a value of about <span class=xn-money>$186 million</span>, including service. Tessaly expects to book revenue of $22 million from it in 2026 and $48 million in 2027.</p>
<p>&#34;Our people spend their day at two degrees below freezing,&#34; said <span class=xn-person>Donna Whitefeather</span>, Chief Operating Officer of Grand Harbor. &#34;The Tern does the cold part, and they do the part that needs a brain.&#34;<!--/main--></p>
<div class=pr-image><p class=pr-caption><!--free-->The Tern robot lifts crates of up to 28 kg (Photo: Tessaly Robotics)<!--/free--></p></div>
<p><b><!--main-->Highlights of the Agreement</b></p>
<ul type="disc"><li>Delivery to six warehouses in Washington, Oregon and British Columbia from October 2026 to June 2028</li><li>A guaranteed rate of 410 picks an hour, with credits to the customer if it is missed</li><li>An option for 500 more robots until December 2028</li></ul>
<p>Grand Harbor will not reduce its permanent workforce of 1,950. It intends to do without some 300 temporary workers whom it hires every summer.</p>
<p>The Tern was introduced in 2024 and is in use at 41 sites. It works at temperatures down to minus 30 degrees Celsius, and recognizes some 9,000 kinds of crate, carton and bag without a bar code.</p>
<p>The two companies have worked together since March 2025, when Grand Harbor began a trial with 16 robots at its warehouse in Everett. Errors in picking fell there from 1.9 percent to 0.3 percent within six months, and the warehouse now ships until 9 p.m. instead of 5 p.m.</p>
<p>&#34;This order takes our backlog above $400 million for the first time,&#34; said <span class=xn-person>Samir Dhillon</span>, founder and Chief Executive Officer of Tessaly. &#34;We will add a second shift in Pittsburgh in January.&#34;<!--/main--></p>
<!--free--><p><b>About Tessaly Robotics</b></p><p>Tessaly Robotics designs and builds mobile robots for the cold chain. Founded in 2015, the company has its head office in Pittsburgh and 620 employees. More at tessaly.example.</p>
<p><b>About Grand Harbor Foods</b></p><p>Grand Harbor Foods supplies restaurants and grocers in eleven states and provinces with fish and shellfish. The cooperative was formed in 1952.</p>
<p><b>Forward-Looking Statements</b></p><p>Statements in this release that are not historical are forward-looking and are made under the safe harbor provisions of the law. They involve risks, among them delays in production and the loss of customers, that may cause actual results to differ. The company undertakes no duty to update them.</p>
<p><b>Contacts</b></p><p>Media: Rosa Lindgren, press@tessaly.example, 412-555-0136<br>Investors: Ted Amaro, ir@tessaly.example, 412-555-0188</p><!--/free-->
<p>SOURCE Tessaly Robotics, Inc.</p>
<div class=callout-box><h3>WANT YOUR COMPANY'S NEWS FEATURED ON OUR WIRE?</h3><div class=stats><span>440k+ newsrooms and influencers</span><span>9k+ digital media outlets</span></div><a>GET STARTED</a></div></div></div></section>
<section class="more-from container"><h2>Also from this source</h2><div class=card><a class=newsreleaseconsolidatelink><h3><small>Aug 6, 2026</small> Tessaly Robotics Reports Second Quarter 2026 Results</h3></a><p>Tessaly Robotics, Inc. (NASDAQ: TSSLY) today reported revenue of $61.7 million for the quarter ended June 30, 2026, an increase of 24 percent. The net loss narrowed to $3.9 million...</p></div><div class=card><a class=newsreleaseconsolidatelink><h3><small>Jul 1, 2026</small> Tessaly Appoints Helen Brandvold to Its Board</h3></a><p>Tessaly Robotics today announced that Helen Brandvold, formerly of Lakeshore Cold Storage, has joined its Board of Directors as an independent director...</p></div><a>More Releases From This Source</a></section>
<section class="explore container"><h2>Explore</h2><ul><li><a>Food &amp; Beverages industry releases</a></li><li><a>Machine Tools, Metalworking and Metallurgy</a></li><li><a>Transportation, Trucking &amp; Railroad</a></li><li><a>Contracts and awards news feed</a></li></ul></section></article></main>
<footer class="footer global-footer"><div class=container><h4>Contact Business Dispatch Wire</h4><p>Call 800-555-0152 from 8 AM to 9 PM ET, or chat online with an expert</p><ul>
@@foot@@
</ul><p>Copyright &copy; 2026 Business Dispatch Wire Inc. All Rights Reserved. A Lantern company.</p></div></footer>
</body></html>""",
        nav=entries(
            "News in Focus|Browse all news releases|Multimedia gallery and video|Trending topics|Business & Money|Auto & Transportation news".split(
                "|"
            ),
            '<li class="dropdown"><a class="dropdown-toggle">%n</a></li>',
        ),
        foot=entries(picked(FOOT, 32, 24), "<li><a>%n</a></li>"),
    )


STRANGE: tuple[Layout, ...] = (
    ledger,
    pump_maker,
    paper_mill,
    haulier,
    shopkeeper,
    budget_day,
    bookkeepers,
    glassworks,
    quarter,
    font_tags,
    hashed,
    amp_page,
    cookie_wall,
    sections,
    long_teasers,
    many_comments,
    two_paragraphs,
    magazine,
    metered,
    tunnel_dryer,
    vacancy,
    letter_archive,
    regulator,
    robots,
)
