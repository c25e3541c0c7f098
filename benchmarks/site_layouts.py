"""Web pages after the templates of news sites, wire services, company sites and weblogs, marked as in `layouts.py`.

The companies and texts are invented; names of classes and the order of the parts are as such sites have them.
`SITES` were at hand when kg's reading was improved. `HELD`, then `LAST` and then `FRESH` were each measured blind, and
looked into after that; benchmarks/README.md has the figures.
"""

# ruff: noqa: E501 - the pages are lines as long as those of pages

from __future__ import annotations

from collections.abc import Callable, Sequence

Layout = Callable[[], str]
M, _M, F, _F = "<!--main-->", "<!--/main-->", "<!--free-->", "<!--/free-->"

CRANES = (
    "Pelmar Cranes said on Thursday it would buy the hoist maker Tovik Lift for 310 million euros in cash, its largest purchase since it went public in 2014.",
    "The Rotterdam company takes over factories in Turku and Gdansk with 1,150 employees. Tovik Lift had revenue of 204 million euros in 2025.",
    "“Ports want one supplier for the whole quay,” Annemiek Bos, the chief executive of Pelmar, told reporters. “With Tovik we can offer that.”",
    "Pelmar pays with 120 million euros of its own money and a loan from Nordvold Bank. It plans to sell its forklift business, which it values at 90 million euros.",
    "The seller, the investment firm Harrow Lane Partners, bought Tovik in 2019. It declined to say what it earned on the sale.",
    "Regulators in Finland and Poland must still approve the purchase. Pelmar expects to close it by the end of September.",
    "Shares in Pelmar fell 3.2 percent in Amsterdam, while those of its rival Ostmann Hebetechnik were unchanged.",
)
CHEMICALS = (
    "Brightwater Chemicals reported second-quarter sales of $1.84 billion, down 6 percent from a year earlier, as makers of paint ordered less solvent.",
    "Net income fell to $96 million, or $0.71 a share, from $143 million, or $1.05 a share.",
    "The company now expects adjusted operating profit of $620 million to $660 million for the year. In April it had forecast at least $700 million.",
    "Brightwater will close its site in Baton Rouge by March and move the production of acetone to Antwerp. About 240 jobs are affected.",
    "“Demand did not return after the spring,” said Luis Ferrand, who became chief financial officer in January. “We are not waiting for it any longer.”",
    "Its coatings division, which makes up a third of sales, lost customers to Sunhai Materials, according to the consultancy Marrow & Pike.",
    "The board left the dividend at 28 cents a share and appointed Dana Whitlock, a former president of Corvex Plastics, as a director.",
)
SOFTWARE = (
    "Quillon, a start-up that sells accounting software to dentists, has raised 45 million pounds from investors led by Fernhill Ventures.",
    "The round values the company from Bristol at 260 million pounds, twice as much as eighteen months ago, two people with knowledge of the deal said.",
    "Quillon was founded in 2020 by Aisha Rahman and Tom Eddery, who had met at the payments firm Larkpay. It employs 130 people.",
    "It will spend most of the money on opening an office in Toronto. A partnership with the Canadian insurer Maple Crest was signed in May.",
    "The existing backers Oakgate Capital and the British Regional Fund took part as well. Fernhill gets a seat on the board.",
    "Revenue rose to 14 million pounds last year from 8 million pounds, while the loss widened to 11 million pounds.",
)

MENU = "<a href=/news>News</a><a href=/markets>Markets</a><a href=/companies>Companies</a><a href=/tech>Tech</a><a href=/work>Work &amp; Careers</a><a href=/opinion>Opinion</a><a href=/life>Life &amp; Arts</a><a href=/hts>How To Spend It</a>"
HEADS = (
    ("Ferry strike enters its third week", "Talks between Fjordline Ost and the union broke down on Monday night."),
    ("Why copper will not get cheaper", "Mines are late, grids are hungry and nobody wants to sell."),
    ("Marchmont to insure satellites again", "The insurer left the market four years ago after heavy losses."),
    ("The grocer that lends money", "A portrait of a chain between two trades."),
    ("Kestrel Bank shuts 40 branches", "Most of them are in small towns in the north."),
    ("Vantor finds graphite in Sweden", "The miner says the deposit is its largest so far."),
)


def ps(story: Sequence[str], form: str = "<p>{}</p>") -> str:
    """A story, each paragraph in the elements of `form`."""
    return "\n".join(form.format(text) for text in story)


def cards(form: str, first: int = 0, last: int = 6) -> str:
    """Teasers of other stories: {0} a headline, {1} a sentence."""
    return "\n".join(form.format(*head) for head in HEADS[first:last])


def page(body: str, title: str, head: str = "") -> str:
    """A document around a body."""
    return f"<!DOCTYPE html>\n<html lang=en><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{body}</body></html>"


def wordpress_magazine() -> str:
    """A WordPress theme for magazines: author box, neighbours, a form for comments, a sidebar."""
    return page(
        f"<div class=td-header-wrap><div class=td-header-menu>{MENU}</div></div><div class=td-crumb-container><span><a href=/>Home</a></span> › <span><a href=/d>Deals</a></span> › <span>Pelmar Cranes buys Tovik Lift</span></div>"
        f"<div class=td-pb-row><div class='td-pb-span8 td-main-content'><article class='post type-post hentry'><header class=td-post-title>{F}<h1 class=entry-title>Pelmar Cranes buys Tovik Lift</h1><div class=td-module-meta-info>By <a href=#>Sanne Kok</a> - 11 June 2026</div>{_F}<div class=td-post-views>2117</div></header>"
        f"<div class='td-post-content tagdiv-type'>{M}{ps(CRANES[:2])}{_M}<p><strong>Also Read: <a href=#>Kestrel Bank shuts 40 branches</a></strong></p>{M}{ps(CRANES[2:4])}{_M}<p style='text-align:center'><em>Did you like this story? <a href=#>Join our channel on Telegram</a> and never miss an update.</em></p>{M}{ps(CRANES[4:])}{_M}</div>"
        f"<footer><div class=td-post-source-tags><ul><li><span>TAGS</span></li><li><a>cranes</a></li><li><a>ports</a></li></ul></div><div class='td-block-row td-post-next-prev'><div><span>Previous article</span><a href=#>Ferry strike enters its third week</a></div><div><span>Next article</span><a href=#>The grocer that lends money</a></div></div>"
        f"<div class=author-box-wrap><a href=#>Sanne Kok</a><div class=td-author-description>Sanne has covered logistics since 2011. Before that she worked at a freight forwarder in Breda and studied history.</div></div></footer></article><div class=td_block_related_posts><h4>RELATED ARTICLES</h4>{cards('<div class=td-module-thumb><h3 class=entry-title><a href=#>{0}</a></h3></div>', 0, 3)}</div>"
        f"<div id=respond class=comment-respond><h3>LEAVE A REPLY</h3><form><p>Your email address will not be published. Required fields are marked *</p><label>Comment:</label><textarea></textarea><p><input type=checkbox> Save my name, email, and website in this browser for the next time I comment.</p></form></div></div>"
        f"<div class='td-pb-span4 td-main-sidebar'><h4>Stay Connected</h4><p>22,114 Fans Like</p><p>3,912 Followers Follow</p><h4>Latest Articles</h4>{cards('<div class=item><h3><a href=#>{0}</a></h3><div>{1}</div></div>')}</div></div><div class=td-footer-wrapper><p>ABOUT US</p><p>Quayside is your source for news from ports and shipping. We bring you the latest from the industry every day.</p><p>Contact us: desk@quayside.example</p><p>FOLLOW US</p></div>",
        "Pelmar Cranes buys Tovik Lift | Quayside",
    )


def hashed_divs() -> str:
    """A site built by a bundler: only div and span, names that are hashes."""
    para = "<div class='sc-1a2b3c-0 kVxQyz'><span class=sc-9f>{}</span></div>"
    return page(
        f"<div id=__next><div class='sc-aXbYc hQwErT'><div class=sc-l1>Ledgerline</div><div class=sc-l2>{MENU}</div><div class=sc-l3><span>Sign in</span><span>Subscribe</span></div></div><div class='sc-bZyXw fGhJkL'><div class=sc-h0>{F}<div class='sc-hh eRtYuI'>Brightwater cuts its forecast as paint makers order less</div><div class=sc-hs>Luis Ferrand, 24 July 2026</div>{_F}<div class=sc-hb><span>3 min</span><span>Listen</span><span>Gift this article</span></div></div>"
        f"<div class='sc-cPoIu dFgHjK'>{M}{ps(CHEMICALS[:3], para)}{_M}<div class='sc-kk mNbVcX'><div class=sc-k1>The Ledger, every weekday</div><div class=sc-k2>All you need to know before the bell, written by people who have read the filings so that you need not.</div><div class=sc-k3><input placeholder=Email><span>Send it to me</span></div><div class=sc-k4>You can unsubscribe whenever you like.</div></div>{M}{ps(CHEMICALS[3:], para)}{_M}</div></div>"
        f"<div class='sc-dLkJh zXcVbN'><div class=sc-r0>Keep going</div><div class=sc-r1>{cards('<a href=# class=sc-r2><div class=sc-r3>{0}</div><div class=sc-r4>{1}</div></a>')}</div></div><div class='sc-eMnBv pOiUyT'><div class=sc-f1><div>Company</div><a href=#>Who we are</a><a href=#>Work here</a><a href=#>Advertise</a></div><div class=sc-f2>Ledgerline Publishing GmbH, Lange Reihe 12, 20099 Hamburg. Quotes are delayed by at least 15 minutes.</div></div></div>",
        "Brightwater cuts its forecast as paint makers order less",
    )


def tables_of_2003() -> str:
    """Nested tables: navigation left, a poll and quick links right, the story in the middle cell."""
    links = "".join(f"<tr><td class=navlink><a href=#>{n}</a></td></tr>" for n in ("Front page", "Companies", "Exchange rates", "Weather", "Jobs", "Archive"))  # fmt: skip
    return (
        f"<html><head><title>Port Courier - Pelmar to buy Finnish hoist maker</title></head><body topmargin=0 bgcolor=#ffffff><table width=780 cellpadding=0 cellspacing=0><tr><td colspan=3><img src=logo.gif alt='Port Courier'><br><font size=1>Thursday, June 11 2003 - Rotterdam 17°C, light wind</font></td></tr><tr><td width=130 valign=top><table>{links}</table><br><font size=1>Make us your home page!</font></td>"
        f"<td valign=top><table cellpadding=6><tr><td>{F}<font face=Verdana size=4><b>Pelmar to buy Finnish hoist maker</b></font><br><font size=1>By Sanne Kok</font>{_F}<br><br><font face=Verdana size=2>{M}{'<br><br>'.join(CRANES)}{_M}</font><br><br><a href=#>Send this article to a friend</a> | <a href=#>Printer friendly version</a></td></tr></table></td>"
        f"<td width=170 valign=top bgcolor=#eeeeee><table><tr><td><b>Quick poll</b><br>Do you think the port should be enlarged?<form><input type=radio>Yes<br><input type=radio>No<br><input type=submit value=Vote></form></td></tr><tr><td><b>Headlines</b><br>{cards('<a href=#>{0}</a><br>')}</td></tr></table></td></tr><tr><td colspan=3 align=center><font size=1>All contents © 2003 Port Courier BV. No part of this site may be copied without permission. Site by Webwerk.</font></td></tr></table></body></html>"
    )


def agency() -> str:
    """A news agency: summary in front, a newsletter line amid, credits, the writer, what to read next."""
    para = "<div data-testid='paragraph-{{}}' class='text__text__1FZLe text__dark-grey__3Ml43 article-body__paragraph__2-BtD'>{}</div>"
    return page(
        f"<header class=site-header-module__container__2k><div data-testid=MainNav>{MENU}</div></header><main><article><div class=article-header__container__rk>{F}<h1 data-testid=Heading>Brightwater cuts outlook as solvent sales slip</h1><div data-testid=AuthorByline>By <a href=#>Mona Adler</a></div><time><span>July 24, 2026</span><span>11:04 AM UTC</span><span>Updated 5 hours ago</span></time>{_F}<div class=toolbar><button>Aa</button><button>Share</button></div></div>"
        f"<div class=article-body__content__17Yit>{M}<ul data-testid=Summary><li>Full-year profit seen at $620 million to $660 million</li><li>Site in Baton Rouge to close</li></ul>{ps(CHEMICALS[:2], para)}{_M}<div class=context-widget__tabs__1><span>Make sense of the latest ESG trends affecting companies and governments with our Sustainable Switch newsletter. Sign up </span><a href=#>here</a>.</div>{M}{ps(CHEMICALS[2:], para)}{_M}<p>Reporting by Mona Adler in Houston; Editing by Kirsti Vale and Paul Onder</p><p>Our Standards: <a href=#>The Wire Trust Principles.</a></p>"
        f"<div class=article-body__toolbar><ul><li>Suggested Topics:</li><li><a href=#>Chemicals</a></li></ul><a href=#>Purchase Licensing Rights</a></div><address class=author-bio__author-card><div>Mona Adler</div><p>Wire</p><p>Mona reports on chemicals and refining from Houston. She joined in 2015 from the Gulf Business Journal and can be reached on Signal.</p></address></div></article><section data-testid=ReadNext><h2>Read Next</h2><ul>{cards('<li><div><span>Business category</span><h3><a href=#>{0}</a></h3><p>{1}</p><time>9:12 AM UTC</time></div></li>')}</ul></section></main><footer><p>All quotes delayed a minimum of 15 minutes. See here for a complete list of exchanges and delays.</p><p>© 2026 Wire. All rights reserved</p></footer>",
        "Brightwater cuts outlook as solvent sales slip | Wire",
    )


def broadcaster() -> str:
    """A broadcaster: components as blocks, links to other stories amid, topics, headlines in three lists."""
    block = "<div data-component=text-block class=ssrcss-11r1m41-RichTextComponentWrapper><div class=ssrcss-7uxr49-RichTextContainer><p class=ssrcss-1q0x1qg-Paragraph>{}</p></div></div>"
    links = cards("<li><a href=#><span>{0}</span></a></li>", 1, 4)
    return page(
        f"<div id=product-navigation-menu><ul><li>{MENU}</li></ul></div><main id=main-content><article class=ssrcss-pv1rh6-ArticleWrapper><header data-component=headline-block>{F}<h1>Dentists' software start-up doubles its value</h1>{_F}</header><div data-component=byline-block>{F}<div>Tom Wick</div><div>Business reporter</div><time>8 hours ago</time>{_F}</div><figure data-component=image-block><img><figcaption>{F}Aisha Rahman started the company with a friend from an earlier job{_F}</figcaption></figure>"
        f"{M}{ps(SOFTWARE[:2], block)}{_M}<div data-component=links-block><ul>{links}</ul></div>{M}{ps(SOFTWARE[2:4], block)}<div data-component=subheadline-block><h2>Room for more</h2></div>{ps(SOFTWARE[4:], block)}{_M}<div data-component=text-block><p><i>Get our flagship newsletter with all the headlines you need to start the day. <a href=#>Sign up here.</a></i></p></div><section data-component=topic-list><h2>Related topics</h2><ul><li><a>Bristol</a></li><li><a>Start-ups</a></li></ul></section></article></main>"
        f"<div class=ssrcss-1ocoo3l-Wrap><section><h2>Top stories</h2>{cards('<div data-testid=promo><a href=#><h3>{0}</h3></a><span>2 hours ago</span></div>', 0, 3)}</section><section><h2>More to explore</h2>{cards('<div data-testid=promo><a href=#><h3>{0}</h3></a><p>{1}</p></div>', 3)}</section><section><h2>Elsewhere on the site</h2><p>The trial that gripped a nation</p><p>Available now on our player</p></section></div><footer><p>Copyright © 2026. The broadcaster is not responsible for the content of external sites. Read about our approach to external linking.</p></footer>",
        "Dentists' software start-up doubles its value",
    )


def pink_paper() -> str:
    """A subscription newspaper: barrier, reuse notice, promoted content, recommended stories."""
    return page(
        f"<div class=o-cookie-message><p>Cookies on this site. We use cookies and other data for a number of reasons, such as keeping the site reliable and secure, personalising content and ads, and analysing how our sites are used.</p></div><header class=o-header>{MENU}</header><div class=n-layout><article id=site-content><div class=topper><a href=#>Mergers &amp; Acquisitions</a>{F}<h1><span>Pelmar lifts itself into Finland</span></h1>{_F}{M}<div class=o-topper__standfirst>Crane maker pays 310 million euros for Tovik in bet on larger ports</div>{_M}</div><div class=article-info>{F}<a href=#>Sanne Kok</a> in Rotterdam <time>11 June 2026</time>{_F}</div>"
        f"<div class='article__content-body n-content-body'>{M}{ps(CRANES[:3])}{_M}<aside class=n-content-recommended--single-story><h3>Recommended</h3><a href=#>The grocer that lends money</a></aside>{M}{ps(CRANES[3:])}{_M}</div><div class=article__copyright-notice><a href=#>Copyright</a> The Pink Paper Limited 2026. All rights reserved.</div><div class=article__reuse><a href=#>Reuse this content</a><span>(opens in new window)</span><a href=#>Jump to comments section</a></div></article>"
        f"<div class=onward-journey><h2>Follow the topics in this article</h2><ul><li>Industrials <button>Add to myPaper</button></li><li>Ports <button>Add to myPaper</button></li></ul><h2>Promoted Content</h2>{cards('<div class=o-teaser><a href=#>{0}</a><p>{1}</p></div>', 0, 4)}</div><section><h2>Comments</h2><p>Comments have not been enabled for this article.</p></section></div><footer class=o-footer><p>Markets data delayed by at least 15 minutes. The Pink Paper and its journalism are subject to a self-regulation regime under the editorial code of practice.</p></footer>",
        "Pelmar lifts itself into Finland",
    )


def wire_release() -> str:
    """A distribution service: who provides the news, share bar, a pitch for the service, other releases."""
    table = "<div class=table-responsive><table><tr><td>In millions</td><td>Q2 2026</td><td>Q2 2025</td></tr><tr><td>Net sales</td><td>$1,840</td><td>$1,957</td></tr><tr><td>Net income</td><td>$96</td><td>$143</td></tr></table></div>"
    return page(
        f"<header><div class=top-menu><a>Resources</a><a>Blog</a><a>Journalists</a><a>Log In</a><a>Sign Up</a><a>Send a Release</a></div></header><article class=news-release><header class=release-header>{F}<h1>Brightwater Chemicals Reports Second Quarter 2026 Results</h1>{_F}<div class=row><p>News provided by</p><a href=#><strong>Brightwater Chemicals, Inc.</strong></a></div><p class=mb-no>{F}Jul 24, 2026, 07:00 ET{_F}</p><p>Share this article</p><p>Share toX</p></header>"
        f"<section class='release-body container'><div class=row><div class=col-lg-10>{M}<p><span class=legendSpanClass>HOUSTON</span>, <span>July 24, 2026</span> /WIREnews/ -- {CHEMICALS[0]}</p>{ps(CHEMICALS[1:4])}{table}{ps(CHEMICALS[4:])}<p><b>About Brightwater Chemicals</b></p><p>Brightwater Chemicals makes solvents, resins and coatings at eleven sites in North America and Europe. It is based in Houston.</p>{_M}<p><b>Forward-Looking Statements</b></p><p>This release contains statements about the future. Words such as expects, plans and believes are meant to mark them. Results may differ for many reasons, among them the price of crude oil and the demand for houses.</p><p>SOURCE Brightwater Chemicals, Inc.</p></div></div></section>"
        f"<section class=release-stats><div><span>21%</span><p>more press release views with Request a Demo</p></div><h3>WANT YOUR COMPANY'S NEWS FEATURED ON WIRENEWS.EXAMPLE?</h3><p>440k+ Newsrooms &amp; Influencers</p><p>9k+ Digital Media Outlets</p><p>270k+ Journalists Opted In</p><a href=#>GET STARTED</a></section><section class=related-releases><h2>Also from this source</h2><a href=#><h3>Brightwater Chemicals to Present at the Gulf Coast Industrials Conference</h3><p>Brightwater Chemicals will present on August 19 in Houston. A webcast of the presentation will be available on its site.</p></a></section></article><footer><p>Contact Us</p><p>888-555-0131 from 8 AM - 9 PM ET</p><p>Copyright © 2026 WireNews Inc. All Rights Reserved. A Northgate company.</p></footer>",
        "Brightwater Chemicals Reports Second Quarter 2026 Results",
    )


def business_release() -> str:
    """Another service: contacts at the end, versions, hashtags, more news from the company."""
    return page(
        f"<div class=ui-kit-nav>{MENU}</div><div id=bw-release-wrap><div class='ui-kit-press-release'>{F}<h1>Quillon Raises £45 Million to Bring Dental Accounting to Canada</h1><div>Jun 02, 2026 9:00 AM Eastern Daylight Time</div>{_F}<div class=ui-share><span>Share</span></div><div class=ui-kit-press-release__content>{M}<p>BRISTOL, England--(<a href=#>NEWS WIRE</a>)--{SOFTWARE[0]}</p>{ps(SOFTWARE[1:])}<p><b>About Quillon</b></p><p>Quillon sells accounting software to 3,100 dental practices in Britain and Ireland.</p>{_M}</div>"
        f"<div class=contacts><h2>Contacts</h2><p>Media:<br>Nell Harper<br>Stonebridge PR<br>nell@stonebridge.example<br>+44 20 5550 0199</p></div><h3>Industry:</h3><ul><li>Software</li><li>Dental</li><li>Finance</li></ul><div class=company-info><h2>Quillon Ltd.</h2><p>Release Versions</p><p>English</p><p>Hashtags</p><p>#accounting #dentists</p></div></div><div class=more-from><h2>More News From Quillon Ltd.</h2><div class=news-item><h3><a href=#>Quillon Appoints Former Larkpay Executive as Chief Product Officer</a></h3><p>BRISTOL, England--(NEWS WIRE)--Quillon has appointed Priti Desai as chief product officer. She was with Larkpay for nine years ...</p></div><a href=#>Back to Newsroom</a></div></div><footer><p>Subscribe to our newsletter for product updates</p><p>© 2026 News Wire, Inc.</p></footer>",
        "Quillon Raises £45 Million",
    )


def investor_module() -> str:
    """A hosted investor relations site: modules, e-mail alerts with lists of boxes to tick, tools."""
    boxes = "".join(f"<li><input type=checkbox><label>{n}</label></li>" for n in ("Press Releases", "SEC Filings", "Events & Presentations", "End of Day Stock Quote"))  # fmt: skip
    return page(
        f"<div class=layout_header>{MENU}</div><div class=pane--banner><h2>Investors</h2></div><div class='pane pane--content'><div class='module module-news-details'>{F}<h1 class=module_title>Brightwater Chemicals announces second quarter results</h1><span class=module_date-text>07/24/2026</span>{_F}<div class=module_links><a href=#>Download PDF</a></div><div class=module_body>{M}{ps(CHEMICALS)}{_M}<p>Brightwater will hold a call with analysts at 9 a.m. Eastern Time. To listen, please dial 888-555-0144 or visit the website of the company.</p></div><div class=module_back><a href=#>View all news</a></div></div>"
        f"<div class='module module-subscribe'><h3>Email Alerts</h3><p>To opt-in for investor email alerts, please enter your email address in the field below and select at least one alert option. After submitting your request, you will receive an activation email to the requested email address. You must click the activation link in order to complete your subscription.</p><ul>{boxes}</ul><input value=Submit type=submit><h4>Unsubscribe</h4></div><div class='module module-contact-card'><h3>Investor Contact Information</h3><p>Brightwater Chemicals, Inc.</p><p>Investor Relations</p><p>1200 Bayou Street, Suite 400</p><p>Houston, TX 77002</p></div></div><div class=layout_footer><h3>Quick Links</h3><ul><li><a href=#>Annual Reports</a></li><li><a href=#>Stock Information</a></li></ul><p>Brightwater Chemicals. All rights reserved. Powered by Q9 Inc.</p></div>",
        "Brightwater Chemicals - Investors - News",
    )


def substack() -> str:
    """A newsletter on a platform: subscribe boxes amid and below, likes, a discussion."""
    box = "<div class=subscription-widget-wrap><div class=subscription-widget><div class=preamble><p>Thanks for reading Quay Notes! Subscribe for free to receive new posts and support my work.</p></div><form><input><button>Subscribe</button></form></div></div>"
    return page(
        f"<div class=main-menu><div><a href=#>Quay Notes</a></div><div><button>Subscribe</button><button>Sign in</button></div></div><div class=single-post><article class=newsletter-post>{F}<h1 class=post-title>What Pelmar sees in Tovik</h1>{_F}{M}<h3 class=subtitle>A crane maker goes shopping</h3>{_M}{F}<div class=byline-wrapper>Jonas Weel<div>Jun 12, 2026</div></div>{_F}<div class=post-ufi><span>41</span><span>7</span><span>Share</span></div><div class='body markup'>{M}{ps(CRANES[:3])}<p>I have written about Harrow Lane before, and I was wrong about it.</p>{_M}{box}{M}{ps(CRANES[3:6])}{_M}<p class=button-wrapper><a href=#>Leave a comment</a></p><p>If you enjoyed this post, forward it to a friend who would like it too. It helps more than you think.</p></div></article>"
        f"<div class=post-footer><span>41 Likes</span><span>3 Restacks</span></div><div class=pencraft><h4>Discussion about this post</h4><div><span>Comments</span><span>Restacks</span></div><div class=x1><div>Petra Lind</div><div>Jun 12</div><p>The loan is what worries me, they were at three times earnings already before this.</p><span>Like (2)</span><span>Reply</span></div></div><div class=pencraft><h2>Ready for more?</h2><form><input><button>Subscribe</button></form></div></div><div class=footer-wrap><div>© 2026 Jonas Weel</div><div>Privacy ∙ Terms ∙ Collection notice</div><div>Start your newsletter</div><div>This platform is the home for great culture</div></div>",
        "What Pelmar sees in Tovik - by Jonas Weel",
    )


def medium() -> str:
    """A platform for weblogs with generated names: claps, topics, the writer, recommendations."""
    card = "<div class='ab ca'><div class='l m'><div><p class='bd b be'>Otto Fisk</p></div><h2 class='bd nj nk'><a href=#>{0}</a></h2><h3 class='bd b nl'>{1}</h3><span>5 min read · Mar 2</span><div>312</div></div></div>"
    para = "<p class='pw-post-body-paragraph mj mk'>{}</p>"
    return page(
        f"<div id=root><div class='a b c'><div class='d e f'><a href=#>Open in app</a><a href=#>Sign up</a><a href=#>Sign in</a><a href=#>Write</a></div><div class='g h'><article><div class='l'><div class='m n'>{F}<h1 class=pw-post-title>Dentists need better books</h1><div class=o>Tom Wick<span>·</span><button>Follow</button><span>4 min read</span><span>May 30, 2026</span></div>{_F}<div class='ab cm'><div>812</div><div>9</div><div>Listen</div><div>Share</div></div>{M}{ps(SOFTWARE[:3], para)}<blockquote class=mx><p>An accountant for teeth is still an accountant.</p></blockquote>{ps(SOFTWARE[3:], para)}{_M}</div></div></article></div>"
        f"<div class='ad ae'><div class=af><a href=#>Startups</a></div><div class=af><a href=#>Accounting</a></div></div><div class='ag ah'><h2>Written by Tom Wick</h2><span>2.1K Followers</span><p>Former bookkeeper who writes about small software and the people who buy it. Views are mine.</p><button>Follow</button></div><div class='ai aj'><h2>No responses yet</h2><p>What are your thoughts?</p><button>Cancel</button><button>Respond</button></div><div class='ak al'><h2>More from Tom Wick</h2>{cards(card, 0, 2)}</div><div class='ak al'><h2>Recommended from the platform</h2>{cards(card, 2)}</div><div class='am an'><a>Help</a><a>Status</a><a>About</a><a>Careers</a><a>Text to speech</a></div></div></div>",
        "Dentists need better books. By Tom Wick",
    )


def encyclopedia() -> str:
    """An encyclopedia of today: appearance panel, hatnote, infobox, edit links, navigation box, categories."""
    edit = "<span class=mw-editsection>[<a href=#>edit</a>]</span>"
    nav = "".join(f"<li><a href=#>{name}</a></li>" for name in ("Ostmann Hebetechnik", "Korv Marine", "Liftor", "Hanse Kran", "Bo Heavy"))  # fmt: skip
    return page(
        f"<div class=vector-header-container><nav class=vector-main-menu><ul><li><a>Main page</a></li><li><a>Random article</a></li></ul></nav><div class=vector-appearance>Text Small Standard Large</div></div><main id=content class=mw-body>{F}<h1 id=firstHeading>Pelmar Cranes</h1>{_F}<div class=vector-page-toolbar><ul><li><a>Article</a></li><li><a>Talk</a></li></ul></div><div id=siteSub>From the open encyclopedia</div><div id=mw-content-text><div class=mw-parser-output><div role=note class='hatnote navigation-not-searchable'>For the lake, see <a>Lake Pelmar</a>.</div>"
        f"{M}<table class='infobox vcard'><tr><th>Industry</th><td>Machinery</td></tr><tr><th>Founded</th><td>1948</td></tr><tr><th>Headquarters</th><td>Rotterdam, Netherlands</td></tr></table><p><b>Pelmar Cranes</b> is a Dutch <a href=#>maker</a> of <a href=#>cranes</a> for ports, listed on the exchange of Amsterdam.</p>{_M}<div id=toc role=navigation><h2>Contents</h2><ul><li>1 History</li><li>2 Products</li></ul></div>{M}<div class=mw-heading><h2>History</h2>{_M}{edit}{M}</div>{ps(CRANES[1:5])}<div class=mw-heading><h2>Products</h2>{_M}{edit}{M}</div><ul><li><a href=#>Quay</a> cranes since 1961</li><li>Yard cranes, built in Gdansk</li></ul>{_M}<h2>See also</h2><ul><li><a>List of crane makers</a></li></ul><h2>References</h2><div class=reflist><ol><li>^ Kok, Sanne (11 June 2026). Pelmar lifts itself into Finland. Retrieved 12 June 2026.</li></ol></div>"
        f"<div class=navbox><div>v t e Makers of cranes</div><ul>{nav}</ul></div></div></div><div class=catlinks>Categories: <ul><li><a>Companies based in Rotterdam</a></li><li><a>Crane manufacturers</a></li></ul></div></main><footer><ul><li>This page was last edited on 12 June 2026, at 09:14.</li><li>Text is available under a free licence; additional terms may apply.</li></ul></footer>",
        "Pelmar Cranes - Open encyclopedia",
    )


def filed_exhibit() -> str:
    """An exhibit as it is filed: no classes, fonts and styles, a page number, statements at the end."""
    para = "<p style='font:10pt Times New Roman;margin:0;text-align:justify'>{}</p><p style='margin:0'>&nbsp;</p>"
    rows = "".join(f"<tr style='vertical-align:bottom'><td>{a}</td><td>&nbsp;</td><td>$</td><td style='text-align:right'>{b}</td><td>&nbsp;</td><td>$</td><td>{c}</td></tr>" for a, b, c in (("Net sales", "1,840", "1,957"), ("Cost of sales", "1,502", "1,550"), ("Net income", "96", "143")))  # fmt: skip
    return f"<HTML><HEAD><TITLE>EX-99.1</TITLE></HEAD><BODY style='font:10pt Times New Roman'><p style='text-align:right'><b>Exhibit 99.1</b></p>{F}<p style='text-align:center'><b>BRIGHTWATER CHEMICALS REPORTS SECOND QUARTER RESULTS</b></p>{_F}{M}{ps(CHEMICALS, para)}<table cellpadding=0 style='width:100%'>{rows}</table>{_M}<p style='text-align:center'>1</p>{M}<p><b>About Brightwater</b></p><p>Brightwater Chemicals makes solvents, resins and coatings. It is based in Houston and has 6,200 employees.</p>{_M}<p><b>Forward-Looking Statements</b></p><p>Certain statements in this release are forward-looking. They involve known and unknown risks. The company undertakes no obligation to update them, whether as a result of new information or otherwise.</p><p><b>Investor Contact:</b></p><p>Rob Tanner, 713-555-0170</p></BODY></HTML>"


def consent_wall() -> str:
    """A long consent dialogue before and preferences behind the text."""
    return page(
        f"<div class=qc-cmp2-container><div class=qc-cmp2-main><h2>We value your privacy</h2><p>We and our 843 partners store and/or access information on a device, such as unique identifiers, and process personal data.</p><p>With your permission we and our partners may use precise geolocation data. You may accept or manage your choices by clicking below, including your right to object where legitimate interest is used.</p><span>MORE OPTIONS</span><span>AGREE</span></div></div><div class=page><div class=top>{MENU}</div><div class=story>{F}<h1>Quillon raises 45 million pounds</h1><p>2 June 2026</p>{_F}{M}{ps(SOFTWARE)}{_M}</div><div class=bottom><p>Regional Business Daily, Mill Street 4, Bath. Registered in England, number 0555019.</p></div></div><div id=pref-center><h3>Strictly Necessary</h3><p>These are required for the website to function and cannot be switched off in our systems.</p><h3>Performance</h3><p>These allow us to count visits and traffic sources so we can measure and improve the performance of our site.</p><h3>Targeting</h3><p>These may be set through our site by our advertising partners to build a profile of your interests.</p></div>",
        "Quillon raises 45 million pounds",
    )


def live_coverage() -> str:
    """Live coverage: key events in front, a share bar in each entry, older entries on request."""
    posts = "".join(
        f"<article class=dcr-live-block id=b{n}><header><a href=#><time>{8 + n}.{10 + n} BST</time></a></header>{M}<h2>{head}</h2><p>{text}</p>{_M}<footer><div>Share</div><a href=#>Facebook</a><a href=#>Copy link</a></footer></article>"
        for n, (head, text) in enumerate(
            zip(
                ("Pelmar buys Tovik", "Jobs stay, says chief", "Banks lend", "Shares slip"),
                (CRANES[0], CRANES[2], CRANES[3], CRANES[6]),
                strict=True,
            )
        )
    )
    return page(
        f"<div class=dcr-nav>{MENU}</div><main>{F}<h1>Business live: crane maker goes shopping</h1>{_F}<div class=key-events><h2>Key events</h2><ul>{cards('<li><a href=#><time>2h ago</time> {0}</a></li>', 0, 3)}</ul></div><div class=filter><span>Show key events only</span><p>Please turn on JavaScript to use this feature</p></div><div id=liveblog-body>{posts}</div><div class=older><a href=#>Older updates</a><span>1 of 3</span></div><div class=support><h2>We hope you appreciated this live blog</h2><p>Before you move on, we ask whether you could support our work from as little as two pounds a month. Our independence means we can say what we want.</p><span>Continue</span><span>Remind me in August</span></div><h2>Explore more on these topics</h2><ul><li><a>Ports</a></li><li><a>Takeovers</a></li></ul></main><footer><p>Original reporting and incisive analysis, direct from us every morning</p><p>Back to top</p></footer>",
        "Business live: crane maker goes shopping",
    )


def trade_magazine() -> str:
    """A trade magazine: links, a white paper and an event amid the text, quotes set apart."""
    return page(
        f"<div class=leaderboard>Advertisement</div><div class=mainmenu>{MENU}</div><div id=wrapper><div class=content-col><div class=kicker>Coatings</div>{F}<h1>Brightwater shuts Baton Rouge</h1><p class=credits>Words: Kirsti Vale</p>{_F}<div class=text>{M}{ps(CHEMICALS[:2])}{_M}<p><b>READ MORE:</b> <a href=#>Vantor finds graphite in Sweden</a></p>{M}{ps(CHEMICALS[2:4])}{_M}<div class=inset-white-paper><b>White paper</b><p>Seven ways to cut solvent losses in your plant. Download the free guide from our partner Lorimer Valves.</p></div>{F}<p class=pullquote>We are not waiting for it any longer</p>{_F}{M}{ps(CHEMICALS[4:6])}{_M}<div class=event-box><p>Coatings Summit 2026</p><p>Meet 400 of your peers in Lyon on 6 and 7 October. Early bird tickets end on Friday.</p><a href=#>Book now</a></div>{M}{ps(CHEMICALS[6:])}{_M}<p><i>Kirsti Vale is deputy editor of Solvents Weekly. Follow her on LinkedIn.</i></p><p><i>Have a story? Email tips@solventsweekly.example</i></p></div></div><div class=right><h3>Most read</h3><ol>{cards('<li><a href=#>{0}</a></li>')}</ol><h3>Jobs</h3><p>Process engineer, Antwerp</p><p>Sales manager, Lyon</p></div></div><div class=base><p>Solvents Weekly is published by Tarn Media, 9 Canal Walk, Leeds LS1 4AA. Tarn Media is registered in England and Wales.</p></div>",
        "Brightwater shuts Baton Rouge",
    )


def utility_classes() -> str:
    """A company site with utility classes only: people to contact, further news, a form for press releases."""
    person = "<div class='flex gap-4'><div><p class='font-bold'>{}</p><p class='text-sm'>{}</p><p class='text-sm'>+31 10 555 01 {}</p></div></div>"
    return page(
        f"<div class='sticky top-0 z-50 flex justify-between px-8'><a href=/>Pelmar</a><div class='hidden lg:flex gap-6'><a>Products</a><a>Services</a><a>Investors</a><a>News</a></div><span class='text-xs'>EN | NL</span></div><div class='mx-auto max-w-3xl px-4'><a class='text-sm' href=#>← All news</a>{F}<p class='text-gray-500'>11 June 2026</p><h1 class='text-4xl'>Pelmar to acquire Tovik Lift</h1>{_F}<div class='prose lg:prose-xl'>{M}{ps(CRANES)}{_M}</div><div class='mt-8 flex gap-2'><span>Share</span><a>LinkedIn</a><a>X</a></div></div><div class='bg-gray-50 py-16'><h2>Your contacts</h2>{person.format('Joost Maas', 'Head of Communications', 42)}{person.format('Ilse Vroom', 'Investor Relations', 43)}</div>"
        f"<div class='grid grid-cols-3 gap-8'><h2>Further news</h2>{cards('<div class=rounded-lg><p class=text-sm>2 May 2026</p><h3><a href=#>{0}</a></h3><p>{1}</p><span>Read on</span></div>', 0, 3)}</div><div class='bg-blue-900 text-white'><h2>Never miss a release</h2><p>Leave your address and we will write to you when there is news.</p><div class=flex><input><span>Send</span></div></div><div class='bg-black text-white text-xs'><p>Pelmar Cranes N.V., Waalhaven 101, 3089 Rotterdam</p><p>Imprint Privacy Whistleblowing</p></div>",
        "Pelmar to acquire Tovik Lift",
    )


def stock_tips() -> str:
    """A site about shares: quotes, key points, a pitch at the end, disclosures."""
    return page(
        f"<div class=ticker-tape><span>BWCX 41.12 -7.4%</span><span>SUNH 18.90 +1.1%</span><span>S&amp;P 500 6,112.40 -0.2%</span></div><div class=menu-bar>{MENU}</div><div class=page-body><div class=article-head>{F}<h1>Why Brightwater Stock Dropped Today</h1><div>By Eve Lomax – Jul 24, 2026 at 1:20PM</div>{_F}</div><div class=key-points>{M}<h2>Key Points</h2><ul><li>Sales fell 6 percent in the second quarter.</li><li>The company cut its forecast for the year.</li></ul>{_M}</div><div class=article-content>{M}{ps(CHEMICALS[:4])}<h2>Now what</h2>{ps(CHEMICALS[4:])}{_M}<h2>Should you invest $1,000 in Brightwater Chemicals right now?</h2><p>Before you buy stock in Brightwater Chemicals, consider this: our analyst team just identified what they believe are the 10 best stocks for investors to buy now, and Brightwater Chemicals wasn't one of them.</p><p>The 10 stocks that made the cut could produce monster returns in the coming years. Don't miss out on the latest list.</p><p><a href=#>See the 10 stocks »</a></p><p><em>Eve Lomax has positions in Corvex Plastics. The Tipster has no position in any of the stocks mentioned. The Tipster has a disclosure policy.</em></p></div></div>"
        f"<div class=about-author><h3>About the Author</h3><p>Eve Lomax covers materials for The Tipster. She holds a degree in chemistry and plays the cello.</p></div><div class=stocks-mentioned><h3>Stocks Mentioned</h3><p>Brightwater Chemicals (BWCX) $41.12</p></div><div class=footer-links><p>Making the world smarter, happier, and richer.</p><p>Market data powered by Facta. Terms and Conditions.</p></div>",
        "Why Brightwater Stock Dropped Today",
    )


def amp_story() -> str:
    """An AMP page with advertisements and links amid the text."""
    return page(
        f"<amp-sidebar id=sb layout=nodisplay><ul><li>{MENU}</li></ul></amp-sidebar><header class=amp-wp-header><div><a href=/>The Mooring</a></div></header><article class=amp-wp-article><header>{F}<h1 class=amp-wp-title>Tovik Lift goes to Pelmar</h1><div class=amp-wp-byline>Sanne Kok</div><div class=amp-wp-posted-on>2 hours ago</div>{_F}</header><div class=amp-wp-article-content>{M}{ps(CRANES[:3])}{_M}<amp-ad width=300><div placeholder>Advertisement</div></amp-ad><p class=inline-link>➤ <a href=#>Ferry strike enters its third week</a></p>{M}{ps(CRANES[3:])}{_M}<h4>More from The Mooring</h4><amp-list><div class=list>{cards('<a href=#>{0}</a>', 1, 5)}</div></amp-list></div><footer class=amp-wp-article-footer><div class=amp-wp-meta>Categories: <a>Ports</a></div><amp-social-share type=x></amp-social-share><a href=#>Leave a Comment</a></footer></article><amp-user-notification id=n>This website uses cookies to improve how you experience it. <button>OK</button></amp-user-notification><footer class=amp-wp-footer><h2>The Mooring</h2><a href=#top>Back to top</a></footer>",
        "Tovik Lift goes to Pelmar",
    )


def local_paper() -> str:
    """A local newspaper: weather, an appeal amid the text in plain paragraphs, notices."""
    return page(
        f"<div class=hd><div class=wx>Bristol 14C Showers</div><div>{MENU}</div><div class=bn>BREAKING: <a href=#>Ferry strike enters its third week</a></div></div><div class=bd><div class=c1>{F}<h1>City software firm worth 260 million pounds</h1><p>By Local Staff, 2 June 2026, 6:01am</p>{_F}<div class=st>{M}{ps(SOFTWARE[:2])}{_M}<div><p>We believe that good local journalism matters. As an independent paper we depend on the support of readers like you. For the price of a coffee a month you can help us keep asking questions.</p></div>{M}{ps(SOFTWARE[2:])}{_M}</div><div class=x><p>Click here to report a mistake in this story.</p><p>More: <a href=#>Kestrel Bank shuts 40 branches</a></p></div></div><div class=c2><h3>Notices</h3><p>Planning applications in your area</p><p>Births, marriages and deaths</p><h3>Local listings</h3>{cards('<p><a href=#>{0}</a><br>{1}</p>')}</div></div><div class=ft><p>The Bristol Lantern is a member of the press standards body. If you are unhappy with a story, write to the editor within four weeks.</p></div>",
        "City software firm worth 260 million pounds - The Bristol Lantern",
    )


def government() -> str:
    """A government site: contents, documents, updates, a survey."""
    return page(
        f"<div id=global-cookie-message><h2>Cookies on this site</h2><p>We'd like to set additional cookies to understand how you use the site and improve government services.</p></div><header role=banner>{MENU}</header><div class=govuk-width-container><main class=govuk-main-wrapper><span class=govuk-caption-xl>Press release</span>{F}<h1>Authority clears purchase of Tovik Lift</h1>{_F}<p class=gem-c-lead-paragraph>{M}The authority will not open an in-depth inquiry into the purchase of Tovik Lift by Pelmar Cranes.{_M}</p><div class=metadata><dl><dt>From:</dt><dd><a>Competition Office</a></dd><dt>Published</dt><dd>20 August 2026</dd></dl><a href=#>Get emails about this page</a></div><div class=govspeak>{M}{ps(CRANES[1:5])}<h2>Notes to editors</h2><ol><li>Pelmar announced the purchase on 11 June.</li><li>The office began its first inquiry on 1 July.</li></ol>{_M}</div><section class=pub-history><h2>Updates to this page</h2><p>Published 20 August 2026</p></section><div class=sharing><h2>Share this page</h2><ul><li>Share on Facebook (opens in new tab)</li></ul></div><div class=topics><h2>Explore the topic</h2><ul><li><a>Competition</a></li></ul></div></main><div class=survey><h2>Is this page useful?</h2><span>Maybe</span><span>Yes this page is useful</span><p>To help us improve, we'd like to know more about your visit today. Please fill in this survey.</p></div></div><div class=meta><p>All content is available under the Open Licence v3.0, except where otherwise stated</p><p>© Crown copyright</p></div>",
        "Authority clears purchase of Tovik Lift",
    )


def ghost_blog() -> str:
    """A weblog on a publishing system: cards amid the text, a box for members, posts in a grid."""
    return page(
        f"<div class=gh-viewport><header class=gh-navigation>{MENU}</header><main><article class='gh-article post'><header class=gh-article-header><a class=gh-article-tag>Industry</a>{F}<h1>The crane that ate its rival</h1>{_F}{M}<p class=gh-article-excerpt>Pelmar wants to own the quay.</p>{_M}<div class=gh-article-meta>{F}Jonas Weel Jun 12, 2026{_F} — 5 min read</div></header><section class=gh-content>{M}{ps(CRANES[:2])}<div class='kg-card kg-callout-card'><div class=kg-callout-text>Tovik means lifting in an old dialect of Turku.</div></div>{_M}<div class='kg-card kg-signup-card'><h2>The Long Quay</h2><p>Letters about ships and steel. No spam, one letter a week.</p></div>{M}{ps(CRANES[2:])}{_M}<figure class='kg-card kg-bookmark-card'><a href=#><div class=kg-bookmark-title>Why copper will not get cheaper</div><div class=kg-bookmark-description>Mines are late, grids are hungry and nobody wants to sell.</div></a></figure></section></article><section class=gh-post-upgrade-cta><h2>This post is for paying members</h2><a>Upgrade now</a><p>Already have an account? Sign in</p></section><section class=gh-container><h2>Read next</h2><div class=gh-feed>{cards('<article class=gh-card><a href=#><h3>{0}</h3><p>{1}</p><footer>May 2</footer></a></article>', 0, 4)}</div></section></main><footer class=gh-footer><span>The Long Quay © 2026</span><span>Powered by a publishing system</span><p>Sign up for more like this.</p></footer></div>",
        "The crane that ate its rival",
    )


def drupal_company() -> str:
    """A company site on a content management system: fields, regions, view rows."""
    return page(
        f"<div class=layout-container><div class='region region-header'>{MENU}</div><div class='region region-content'><div class='block block-system-main-block'><div class='node node--type-news node--view-mode-full'><div class='field field--name-field-date'>{F}24 July 2026{_F}</div>{F}<h1><span class='field field--name-title'>Brightwater to close Baton Rouge site</span></h1>{_F}<div class='clearfix text-formatted field field--name-body'>{M}{ps(CHEMICALS[2:])}<ul><li>Solvents move to Antwerp</li><li>Resins stay in Houston</li></ul>{_M}</div><div class='field field--name-field-attachments'><div class=field__label>Attachments</div><div class=field__item>release_baton_rouge.pdf 210 KB</div></div></div></div><div class='block block-views'><h2>Other news</h2>{cards('<div class=views-row><div class=views-field-created>12 May 2026</div><div class=views-field-title><a href=#>{0}</a></div><div class=views-field-body>{1}</div></div>')}</div><div class='block block-contact'><h2>Questions?</h2><p>Our press team answers within one working day.</p><p>press@brightwater.example</p></div></div><div class='region region-footer-bottom'><p>Brightwater Chemicals, 1200 Bayou Street, Houston</p><p>Terms of sale Supplier portal Accessibility</p></div></div>",
        "Brightwater to close Baton Rouge site | Brightwater Chemicals",
    )


def site_builder() -> str:
    """A site builder: positions, ids that are numbers, rich text elements."""
    rich = "<div id=comp-k{n} data-testid=richTextElement class=wixui-rich-text>{text}</div>"
    body = "".join(f"<p class=font_8 style='line-height:1.8em'><span>{text}</span></p>" for text in SOFTWARE)
    return page(
        f"<div id=SITE_CONTAINER><div id=SITE_HEADER>{rich.format(n=1, text='<p>QUILLON</p>')}<div id=comp-k2>{MENU}</div></div><div id=PAGES_CONTAINER><div id=comp-k3><div class=inlineContent>{rich.format(n=4, text=F + '<h1 class=font_0>We raised 45 million pounds</h1>' + _F)}{rich.format(n=5, text=F + '<p>2 June 2026</p>' + _F)}{rich.format(n=6, text=M + body + _M)}</div></div><div id=comp-k7>{rich.format(n=8, text='<h2>Join 3,100 practices</h2><p>Book a free demo and see what your books could look like.</p>')}<a href=#>Book a demo</a></div><div id=comp-k9>{rich.format(n=10, text='<p>“We closed our month in a day.”</p><p>Dr Lee, Smile House</p>')}</div></div><div id=SITE_FOOTER>{rich.format(n=11, text='<p>8 Dock Lane, Bristol BS1</p><p>hello@quillon.example</p><p>Made with care in Bristol</p>')}</div></div>",
        "News | Quillon",
    )


def finance_portal() -> str:
    """A portal: quotes above, recommended stories amid the text, terms below."""
    return page(
        f"<div id=ybar>{MENU}<div>Search for news, symbols or companies</div></div><div class=quotes><span>Dow 44,210.11 +0.2%</span><span>Gold 3,312.40</span></div><div class=caas-container><article class=caas>{F}<header><h1>Brightwater cuts outlook</h1></header><div class=caas-attr>Mona Adler<time>Fri, July 24, 2026 at 1:04 PM</time>2 min read</div>{_F}<div>In this article:</div><ul><li><a>BWCX -7.41%</a></li></ul><div class=caas-body>{M}{ps(CHEMICALS[:3])}{_M}<div class=rec><p>Recommended Stories</p><ul>{cards('<li><a href=#>{0}</a><p>{1}</p></li>', 0, 3)}</ul></div><p>Story continues</p>{M}{ps(CHEMICALS[3:])}{_M}<div><a href=#>View Comments</a></div></div></article></div><div class=stream><h2>Latest Stories</h2>{cards('<div><h3><a href=#>{0}</a></h3><p>{1}</p><span>Wire 2h ago</span></div>')}</div><div class=ft><p>Terms and Privacy Policy</p><p>Your Privacy Choices</p><p>More Info</p></div>",
        "Brightwater cuts outlook",
    )


def regulatory_story() -> str:
    """A regulatory news service: a table of codes in front, the notice, what the service says of itself."""
    return page(
        f"<div class=top>{MENU}</div><div class=story-page><a href=#>Back</a>{F}<h1>Acquisition of Tovik Lift Oy</h1>{_F}{M}<table><tr><td>Company</td><td>Pelmar Cranes N.V.</td></tr><tr><td>TIDM</td><td>PLMR</td></tr><tr><td>Headline</td><td>Acquisition</td></tr><tr><td>Released</td><td>07:00 11-Jun-2026</td></tr></table><div class=rns><p>11 June 2026</p><p>Pelmar Cranes N.V.</p>{ps(CRANES)}<p><b>About Pelmar</b></p><p>Pelmar makes cranes for ports and has 4,300 employees.</p>{_M}<p><b>Enquiries</b></p><p>Ilse Vroom, Investor Relations, +31 10 555 0143</p></div><p>This information is provided by RNX, the news service of the exchange. RNX is approved to act as a primary information provider. Terms and conditions relating to the use and distribution of this information may apply.</p><p>RNX may use your IP address to confirm compliance with the terms and conditions, to analyse how you engage with the information, and to share such analysis on an anonymised basis with others.</p><p>END</p><p>ACQSSUFWDEISEDM</p></div><div class=dis>The exchange does not accept responsibility for the content of announcements.</div>",
        "Acquisition of Tovik Lift Oy",
    )


def homemade() -> str:
    """A page written by hand in the nineties: breaks, rules and fonts."""
    return f"<html><head><title>Crane News</title></head><body background=steel.gif><a href=index.html><img src=home.gif alt=Home></a> <a href=links.html>Links</a> <a href=guest.html>Sign my guestbook</a><hr>{F}<center><font size=+3>Pelmar buys Tovik!</font></center>{_F}<p>{M}{'<br>&nbsp;<br>'.join(CRANES)}{_M}<hr>Last updated June 12, 1999<br>You are visitor <img src=counter.cgi> since May 1998.<br>Questions or comments? Write to <a href=mailto:jw@crane.example>the webmaster</a>.<br>Best viewed with Navigator 4.</body></html>"


def podcast_sections() -> str:
    """Each paragraph a section; a player above, languages, a transcript of numbers in a table."""
    table = "<table><thead><tr><th>Year</th><th>Revenue</th><th>Loss</th></tr></thead><tbody><tr><td>2025</td><td>14</td><td>11</td></tr><tr><td>2024</td><td>8</td><td>6</td></tr></tbody></table>"
    return page(
        f"<section class=s0><a>English</a><a>Français</a><a>Español</a></section><section class=s1>{MENU}</section><section class=s2>{F}<h1>Inside the dental ledger</h1><p>Tom Wick | 30 May 2026</p>{_F}<div><span>Listen to this article</span><span>6 min</span><span>This audio is generated by a machine. Let us know if you have feedback.</span></div></section>{M}{ps(SOFTWARE[:3], '<section class=s3><p>{}</p></section>')}{_M}<section class=s4><h3>Our latest episode</h3><p>Hosts Ana and Joe talk to a dentist about money. Find it wherever you get your podcasts.</p></section>{M}<section class=s3>{table}</section>{ps(SOFTWARE[3:], '<section class=s3><p>{}</p></section>')}{_M}<section class=s5><h3>What to read now</h3>{cards('<div><a href=#>{0}</a><p>{1}</p></div>', 2)}</section><section class=s6><p>Dental Money is a project of the Foundation for Small Practice. Support comes from members.</p></section>",
        "Inside the dental ledger",
    )


def loud_readers() -> str:
    """Responses of readers that are longer than the article, in elements without a name."""
    said = (
        "My brother drove one of these machines for years and says the hoists from Turku were always better than what came from Rotterdam, whatever the brochure claims.",
        "Three hundred million is a lot of money for a company that could not fill its order book last winter. I sold mine in April and sleep well.",
        "Agree with the above. The real story is the loan, banks do not lend like that unless somebody leans on them, and everyone in the port knows who.",
        "People forget that the old yard made its own hoists until the eighties, and they never failed once. Bring that back and spare us the deals.",
    )
    box = "".join(f"<div><div>dockhand{n}</div><div>{n + 2} hours ago</div><div><p>{text}</p></div><div>Reply · Report</div></div>" for n, text in enumerate(said))  # fmt: skip
    return page(
        f"<div><div>{MENU}</div></div><div><div>{F}<h1>Pelmar buys Tovik Lift</h1>{_F}<div>{M}{ps(CRANES[:4])}{_M}</div></div><div><h2>4 responses</h2>{box}</div></div><div>Dockside is a project of friends.</div>",
        "Pelmar buys Tovik Lift",
    )


def two_halves() -> str:
    """The text in two elements with a large box between them."""
    return page(
        f"<div class=hd>{MENU}</div><div class=z1>{F}<h1>Brightwater lowers its sights</h1>{_F}<div class=z2>{M}{ps(CHEMICALS[:5])}{_M}</div><div class=z3><h4>Elsewhere today</h4>{cards('<div><a href=#>{0}</a><div>{1}</div></div>')}</div><div class=z2b>{M}{ps(CHEMICALS[5:])}{_M}</div></div><div class=z9><p>The Solvent is edited in Hamburg and printed nowhere.</p></div>",
        "Brightwater lowers its sights",
    )


def proud_footer() -> str:
    """A footer and a side column that speak of the company as an article would."""
    return page(
        f"<div><a href=/>Pelmar</a> <a href=/products>Products</a> <a href=/service>Service</a></div><div><div>{F}<h1>Pelmar to buy Tovik Lift</h1><div>11 June 2026</div>{_F}<div>{M}{ps(CRANES)}{_M}</div></div><div><h3>Pelmar at a glance</h3><p>4,300 people work for Pelmar at nine sites.</p><h3>Financial calendar</h3><p>Half-year report: 20 August 2026</p></div></div><div><div><h4>Pelmar Cranes N.V.</h4><p>Pelmar Cranes is one of the leading makers of cranes for ports in the world, with a history that goes back to 1948 and customers in sixty countries.</p></div><div><h4>Head office</h4><p>Waalhaven 101<br>3089 Rotterdam<br>The Netherlands</p></div><div>© Pelmar 2026 | Disclaimer | Sitemap</div></div>",
        "Pelmar to buy Tovik Lift",
    )


def silent_teasers() -> str:
    """Teasers that open by script: no links in them."""
    return page(
        f"<div class=bar><span>Front</span><span>Deals</span><span>People</span><span>Data</span></div><div class=pg><div class=lead>{F}<h1>Dentists' ledger doubles in value</h1><div>2 June 2026, Tom Wick</div>{_F}</div><div class=txt>{M}{ps(SOFTWARE)}{_M}</div></div><div class=strip><div class=lbl>More stories</div>{cards('<div class=tile onclick=go()><h3>{0}</h3><p>{1}</p></div>')}</div><div class=low><span>Imprint</span><span>Data protection</span></div>",
        "Dentists' ledger doubles in value",
    )


def bank_note() -> str:
    """A note of a bank with more disclaimers than text."""
    return page(
        f"<div class=top>{MENU}</div><div class=note>{F}<h1>Brightwater: forecast cut</h1><p>Nordvold Bank Research, 24 July 2026</p>{_F}{M}{ps(CHEMICALS[:4])}{_M}</div><div class=fine><p>Important information</p><p>This material has been prepared by Nordvold Bank for information purposes only and does not constitute an offer or a solicitation to buy or sell any security.</p><p>The information contained herein is believed to be reliable, but no representation or warranty, express or implied, is made as to its accuracy or completeness. Past performance is not a guide to future performance.</p><p>Nordvold Bank or its affiliates may hold positions in the securities named and may provide banking services to the issuers.</p><p>Nordvold Bank is authorised by the financial authority and its liability is limited to the extent permitted by law.</p></div>",
        "Brightwater: forecast cut",
    )


def news_in_brief() -> str:
    """Several short items on one page, each with a heading, none with a link."""
    items = "".join(f"<h2>{head}</h2><p>{text}</p>" for head, text in (("Cranes", CRANES[0]), ("Solvents", CHEMICALS[0]), ("Ledgers", SOFTWARE[0]), ("Shares", CRANES[6])))  # fmt: skip
    return page(
        f"<div class=n>{MENU}</div><div class=b>{F}<h1>The day in brief</h1>{_F}<p>Our editors pick what mattered. Get it by e-mail every evening.</p>{M}{items}{_M}<p>That is all for today. See you tomorrow.</p></div><div class=k><h4>Markets</h4><table><tr><td>AEX</td><td>912.3</td><td>+0.2%</td></tr><tr><td>DAX</td><td>21,400</td><td>-0.1%</td></tr></table></div>",
        "The day in brief",
    )


def company_history() -> str:
    """What a company says of itself: we, a timeline of years, people with their offices."""
    return page(
        f"<header>{MENU}</header><main>{F}<h1>About Tovik Lift</h1>{_F}{M}<p>We have built hoists in Turku since 1957. Today 1,150 people work for us in Finland and Poland.</p><h2>Our history</h2><dl><dt>1957</dt><dd>Eino Tovik opens a workshop in Turku.</dd><dt>1991</dt><dd>Tovik opens its factory in Gdansk.</dd><dt>2019</dt><dd>Harrow Lane Partners buys Tovik from the family.</dd></dl><h2>Management</h2><ul><li>Liisa Aalto, chief executive</li><li>Marek Zawada, head of the factory in Gdansk</li></ul>{_M}<div class=band><h2>Work with us</h2><p>We are always looking for welders and engineers. Send us your application today.</p><a href=#>Open positions</a></div></main><footer><p>Tovik Lift Oy, Telakkatie 4, 20240 Turku</p><p>We use cookies on this page.</p></footer>",
        "About Tovik Lift",
    )


def mailed_letter() -> str:
    """A newsletter as it is mailed, saved from the browser: nested tables, several stories, an address to leave."""
    stories = "".join(f"<tr><td style='padding:20px'><table width=100%><tr><td>{M}<h2>{head}</h2><p>{text} {more}</p>{_M}<a href=#>Read the full story</a></td></tr></table></td></tr>" for head, text, more in (("Pelmar grows", CRANES[0], CRANES[1]), ("Brightwater shrinks", CHEMICALS[0], CHEMICALS[3]), ("Quillon is worth more", SOFTWARE[0], SOFTWARE[5])))  # fmt: skip
    return page(
        f"<table width=600 align=center><tr><td align=center><a href=#>View this email in your browser</a></td></tr><tr><td>{F}<h1>Quay Weekly</h1>{_F}</td></tr>{stories}<tr><td style='background:#eee'><p>You receive this because you left your address on our site. Unsubscribe or update your preferences.</p><p>Quay Weekly, Box 12, 3011 Rotterdam</p></td></tr></table>",
        "Quay Weekly",
    )


def footnoted_results() -> str:
    """Results with headings, a table, footnotes, documents and dates of coming events."""
    rows = "".join(f"<tr><td>{a}</td><td>{b}</td><td>{c}</td></tr>" for a, b, c in (("Net sales (1)", "1,840", "1,957"), ("Net income", "96", "143"), ("Employees", "6,200", "6,410")))  # fmt: skip
    return page(
        f"<div class='nav-wrap'>{MENU}</div><div class=cnt><div class=crumbs>Home / Investors / News / 2026</div>{F}<h2 class=ttl>Brightwater in the second quarter</h2>{_F}<div class=rte>{M}<p>{CHEMICALS[0]}</p><h3>Results</h3><table><thead><tr><th>USD million</th><th>Q2 2026</th><th>Q2 2025</th></tr></thead><tbody>{rows}</tbody></table><p>(1) Includes sales of the site in Baton Rouge.</p><h3>Outlook</h3><p>{CHEMICALS[2]}</p><p>{CHEMICALS[3]}</p>{_M}</div><div class=docs><h3>Documents</h3><ul><li>Presentation (PDF, 1.2 MB)</li><li>Interim report (PDF, 900 KB)</li></ul></div><div class=cal><h3>Upcoming events</h3><p>19 August 2026: Gulf Coast Industrials Conference</p><p>23 October 2026: Results for the third quarter</p></div></div><div class=ftr><p>BRIGHTWATER</p><p>Solvents for a world in motion.</p></div>",
        "Brightwater in the second quarter - Brightwater Chemicals",
    )


def interview() -> str:
    """Questions in bold and answers, an introduction, a box on the person, a series to follow."""
    turns = "".join(f"<p><strong>{q}</strong></p><p>{a}</p>" for q, a in (("Why did Pelmar buy Tovik?", "Ports want one supplier for the whole quay. Tovik makes the hoists that we used to buy from Ostmann."), ("How will you pay for it?", "With 120 million euros of our own and a loan from Nordvold Bank, which we will pay back over six years."), ("What happens in Turku?", "The factory stays. We will move 60 jobs from Gdansk to Turku in the spring.")))  # fmt: skip
    return page(
        f"<div class=mast>{MENU}</div><div class=wrap2>{F}<h1>“One supplier for the whole quay”</h1>{_F}{M}<p class=intro>Annemiek Bos has led Pelmar Cranes since 2021. She spoke to us about her largest purchase.</p>{turns}{_M}<div class=factbox><h4>The Interview</h4><p>Each Friday we talk to somebody who decides. Next week: a dentist with a ledger.</p></div></div><div class=bottombar><p>Quayside Verlag, Hamburg</p></div>",
        "One supplier for the whole quay",
    )


def photo_credits() -> str:
    """Captions with credits, a map to open, a list of what the story is about, a correction to report."""
    return page(
        f"<div class=ribbon>{MENU}</div><div class=story><div class=ttl>{F}<h1>A crane maker goes north</h1>{_F}</div><div class=media><img src=a.jpg><span>A quay in Turku. Photo: Liv Strand / Lens Agency</span></div><div class=copy>{M}{ps(CRANES[:3], '<div class=para>{}</div>')}{_M}<div class=media><img src=b.jpg><span>Photo: Lens Agency</span></div><div class=para>Also interesting: <a href=#>Why copper will not get cheaper</a></div>{M}{ps(CRANES[3:], '<div class=para>{}</div>')}{_M}<div class=para>dpa/afx/sk</div></div><div class=keys><span>#Pelmar</span><span>#Tovik</span><span>#Ports</span></div><div class=mistake>Spotted a mistake? Select the words and press Ctrl and Enter.</div></div>",
        "A crane maker goes north",
    )


def event_rail() -> str:
    """A column before the text with a welcome, events and a quote of the day."""
    return page(
        f"<div class=l1><h2>Welcome to Harbour Talk</h2><p>Harbour Talk has reported on ports, ships and the people who work with them for more than twenty years.</p><h3>Events</h3><p>Quay Days, Antwerp, 4 to 6 May</p><p>Crane Expo, Gdansk, 9 September</p><h3>Word of the day</h3><p>Bollard: a post to which ships are made fast.</p></div><div class=l2>{F}<h1>Tovik sold to Pelmar</h1><p>June 11th, 2026</p>{_F}{M}{ps(CRANES)}{_M}<p>Posted in Deals | 3 Comments »</p></div><div class=l3>Harbour Talk is proudly made with a free publishing system. Entries (RSS) and Comments (RSS).</div>",
        "Harbour Talk » Tovik sold to Pelmar",
    )


def shop_news() -> str:
    """A site that sells reports: a price box, an abstract, what is in the report, other reports."""
    return page(
        f"<div class=hd1>{MENU}<span>Cart (0)</span></div><div class=prod><div class=left>{F}<h1>The market for quay cranes to 2031</h1><div>Published May 2026, 140 pages</div>{_F}<div class=abs>{M}<p>The market for quay cranes was worth 4.1 billion euros in 2025 and will grow by 5 percent a year to 2031.</p><p>Pelmar Cranes and Ostmann Hebetechnik together hold 46 percent of it. Korv Marine entered the market in 2024.</p><p>Ports in India and Vietnam have ordered 88 cranes, of which Pelmar builds 31.</p>{_M}</div></div><div class=right><div>Single user licence</div><div>€2,950</div><div>Add to basket</div><div>Secure payment. Delivery within two working days.</div></div></div><div class=others><div>Customers also bought</div><div>The market for forklifts to 2030, €2,450</div><div>The market for hoists to 2029, €1,950</div></div><div class=ft1>Questions about this report? Our analysts are glad to help, call +49 40 555 0120.</div>",
        "The market for quay cranes to 2031",
    )


def stacked_sections() -> str:
    """Full-width bands without names: the text in three of them, a quote, numbers and an offer in others."""
    band = "<div><div><div>{}</div></div></div>"
    return page(
        band.format(MENU)
        + band.format(f"{F}<h1>Quillon goes to Canada</h1>{_F}")
        + band.format(M + ps(SOFTWARE[:2]) + _M)
        + band.format("<h3>3,100</h3><p>practices</p><h3>130</h3><p>people</p><h3>2</h3><p>countries</p>")
        + band.format(M + ps(SOFTWARE[2:4]) + _M)
        + band.format("<h2>See it in action</h2><p>Take a tour of the ledger that dentists love, no card needed.</p>")
        + band.format(M + ps(SOFTWARE[4:]) + _M)
        + band.format("<p>Quillon Ltd, 8 Dock Lane, Bristol. VAT 555 0101 22.</p><p>Trust centre System status</p>"),
        "Quillon goes to Canada",
    )


TEA = (
    "Kochi: The plantation group Malabar Leaf Estates on Monday said it had agreed to sell its Munnar gardens to Sahyadri Foods for Rs 640 crore.",
    "The sale includes four factories and 2,300 hectares. Malabar Leaf will use the money to repay loans from Deccan Union Bank, its managing director K. Raman Pillai said.",
    "Sahyadri Foods, which owns the Morning Hill brand, sold 41 million kilograms of tea last year and wants to reach 60 million by 2029.",
    "“The gardens will be run as before and no worker loses a job,” Pillai added at a press meet here.",
    "The shares of Malabar Leaf ended 6.4 per cent higher at Rs 212.35 on the exchange in Mumbai.",
)
COURT = (
    "A court in Delaware ruled on Wednesday that Ambry Genetics Tools must pay $87 million to Helixine for the use of two patents without a licence.",
    "The jury found that the sequencers Ambry has sold since 2020 infringe them. Ambry said that it would appeal.",
    "Helixine, a spin-off of the University of Ostrava, licenses its method to six makers of instruments, among them Corvid Labs and Tessel Bio.",
    "Judge Maria Okafor did not order Ambry to stop its sales. A hearing on that is set for 14 October.",
    "Ambry, which is controlled by the fund Larch Hill, had revenue of $412 million last year.",
)


def indian_daily() -> str:
    """A daily from India: synopsis, also-read links in the text, top deals, tags, a poll of comments."""
    return page(
        f"<div class=hdrTop><a>English Edition</a><span>27 July, 2026, 11:02 PM IST</span><span>Today's ePaper</span></div><div class=mnu>{MENU}</div><div class=brdCrm>Business News › Industry › Cons. Products › Food</div><div class=artSec>{F}<h1 class=artTitle>Malabar Leaf sells Munnar gardens to Sahyadri Foods for Rs 640 crore</h1>{_F}{M}<h2 class=synop>Synopsis</h2><p>The plantation group will use the money to repay its loans, and no jobs are to be lost.</p>{_M}<div class=bySec>{F}PTN | Last Updated: Jul 27, 2026, 06:12:00 PM IST{_F}</div><div class=fontSz>FONT SIZE AbcSmall AbcMedium AbcLarge</div>"
        f"<div class=artText>{M}{'<br/><br/>'.join(TEA[:2])}{_M}<br/><br/><div class=alsoRd>Also Read | <a href=#>Ferry strike enters its third week</a></div>{M}{'<br/><br/>'.join(TEA[2:])}{_M}<div class=discl>(Catch all the Business News, Breaking News and Latest News Updates on our pages.)</div></div><div class=subsc>Subscribe to The Daily Prime and read the ePaper online.</div><div class=tops><h3>Top Trending Stocks:</h3><a href=#>Malabar Leaf Share Price</a>, <a href=#>Sahyadri Share Price</a></div></div><div class=trend><h2>Trending in the US</h2>{cards('<div><a href=#>{0}</a></div>')}</div><div class=btm>Copyright © 2026 Cauvery Newspapers Ltd. For reprint rights: Cauvery Syndication Service</div>",
        "Malabar Leaf sells Munnar gardens",
    )


def law_firm() -> str:
    """An alert of a law firm: authors with telephone numbers, practice areas, a notice on advice."""
    return page(
        f"<div id=h>{MENU}</div><div id=hero>{F}<h1>Helixine wins $87 million from Ambry</h1><p>Client Alert | September 17, 2026</p>{_F}</div><div id=two><div id=txt>{M}{ps(COURT)}<h3>What it means</h3><p>Makers that rely on the method without a licence face the same claim. Helixine has three further patents pending.</p>{_M}<p>For more on this ruling, contact the authors or the lawyer with whom you usually work.</p></div><div id=ppl><h4>Authors</h4><p>Dorothea Lindqvist</p><p>Partner, Wilmington</p><p>+1 302 555 0118</p><h4>Practices</h4><p>Patents</p><p>Life sciences</p></div></div><div id=f><p>This alert is provided as a general service and is no legal advice. Attorney advertising.</p><p>Offices: Boston, Wilmington, Ostrava</p></div>",
        "Helixine wins $87 million from Ambry | Lindqvist Moor LLP",
    )


def tabbed_profile() -> str:
    """A data page on a company: tabs, figures in a list of pairs, a description, news, competitors, an offer."""
    return page(
        f"<div class=n>{MENU}</div><div class=tabs><span>Overview</span><span>Funding</span><span>People</span><span>Signals</span></div>{F}<h1>Helixine</h1>{_F}<div class=desc>{M}<p>Helixine licenses a method for reading DNA to makers of instruments. It was founded in 2014 as a spin-off of the University of Ostrava.</p><p>The company has raised 38 million euros from Larkpay Ventures and the Moravian Growth Fund.</p>{_M}</div><table class=kv>{M}<tr><td>Founded</td><td>2014</td></tr><tr><td>Employees</td><td>85</td></tr><tr><td>Chief executive</td><td>Jana Horak</td></tr>{_M}</table><div class=lock><p>Unlock 12 more data points with a Pro account</p><span>Start free trial</span></div><div class=nws><h3>Recent news and activity</h3>{cards('<div>Jul 2 <a href=#>{0}</a></div>', 0, 4)}</div><div class=cmp><h3>Competitors</h3><span>Corvid Labs</span><span>Tessel Bio</span></div><div class=ft>Data is updated daily. Found an error? Suggest an edit.</div>",
        "Helixine - Company profile",
    )


def long_read() -> str:
    """A long read with chapters, drop notes, a newsletter between chapters and notes on the writers."""
    return page(
        f"<div class=hdbar><a href=/>Longshore</a><a href=#>Archive</a><a href=#>Become a member</a></div><div class=open><p class=rubric>The Long Story</p>{F}<h1>Tea for two</h1>{_F}{M}<p class=deck>How a plantation sold its hills, and what the buyer saw in them</p>{_M}<p class=who>{F}By Nandini Rao. Photographs by Lev Adler{_F}</p></div><div class=chap>{M}<h2>I. The hills</h2>{ps(TEA[:3])}{_M}</div><div class=intermezzo><h3>Stories worth your time</h3><p>One long read, each Sunday, from the people who write them.</p><span>Yes, please</span></div><div class=chap>{M}<h2>II. The price</h2>{ps(TEA[3:])}<p>Sahyadri paid in two parts, of which the second falls due in March. Deccan Union Bank advised the seller.</p>{_M}</div><div class=notes><p>Nandini Rao has written about plantations for twelve years. Her book on tea appears in spring.</p><p>This story was supported by the Hill Fund.</p></div><div class=moreof><h4>From the archive</h4>{cards('<div><em>{0}</em><div>{1}</div></div>', 1, 5)}</div>",
        "Tea for two | Longshore",
    )


def university_news() -> str:
    """A press office: facts for journalists, contacts in the column, a list of keywords."""
    return page(
        f"<ul class=lang><li>CZ</li><li>EN</li></ul><div class=menu1>{MENU}</div><table class=frame><tr><td class=left><b>News</b><br><a href=#>2026</a><br><a href=#>2025</a></td><td class=mid>{F}<h2>Spin-off wins patent case in America</h2><i>17 September 2026</i>{_F}{M}{ps(COURT[:4])}<ul><li>Helixine was founded by Jana Horak and Petr Kolar.</li><li>The university holds 12 percent of the company.</li></ul>{_M}<p>Contact for journalists:<br>Eva Mala, press office<br>eva.mala@uni.example<br>+420 555 010 222</p></td><td class=rgt><b>Dates</b><br>Open day: 3 October<br>Lecture on patents: 9 October<br><br><b>Quick links</b><br><a href=#>Library</a><br><a href=#>Canteen</a></td></tr></table><p align=center>University of Ostrava, Dvorni 7. Webmaster. Accessibility.</p>",
        "Spin-off wins patent case",
    )


def chat_like_feed() -> str:
    """A feed of market news: one item open, others closed above and below, all of one form."""
    item = "<li class=fi><div class=tm>{2}</div><div class=hd><a href=#>{0}</a></div></li>"
    before = "".join(item.format(*head, f"1{n}:40") for n, head in enumerate(HEADS[:3]))
    after = "".join(item.format(*head, f"0{n}:15") for n, head in enumerate(HEADS[3:]))
    return page(
        f"<div class=toolbar2><span>All</span><span>Stocks</span><span>FX</span></div><ul class=feed>{before}<li class='fi open'><div class=tm>10:05</div><div class=hd>{F}<h1>Malabar Leaf sells gardens for Rs 640 crore</h1>{_F}</div><div class=bd>{M}{ps(TEA, '<div>{}</div>')}{_M}<div class=act><span>Copy</span><span>Translate</span><span>Set alert</span></div></div></li>{after}</ul><div class=disc>Trading involves risk. Losses can exceed deposits.</div>",
        "Malabar Leaf sells gardens",
    )


def cooperative_site() -> str:
    """A site of an association: a notice, the news with a picture, partners, an appeal, an address."""
    return page(
        f"<div class=alertbar>Our office is closed on 15 August.</div><div class=hdr><div class=lg>Tea Board of the Hills</div><div class=mn>{MENU}</div></div><div class=ct><div class=hl>{F}Munnar gardens change hands{_F}</div><div class=im><img src=t.jpg alt=tea></div><div class=tx>{M}{ps(TEA, '<span>{}</span><br><br>')}{_M}</div><div class=bk>« back to overview</div></div><div class=pt><div>Our partners</div><div>Sahyadri Foods</div><div>Deccan Union Bank</div><div>Hill Fund</div></div><div class=jn><div>Become a member</div><div>Growers of all sizes are welcome. Membership costs Rs 1,200 a year and includes our almanac.</div></div><div class=ad1>Tea Board of the Hills, 4 Lake Road, Kochi 682001. Registered as a society.</div>",
        "Munnar gardens change hands",
    )


def research_blog() -> str:
    """A weblog with a table of contents, a summary box, questions often asked, and an offer of the firm."""
    return page(
        f"<div class=stickynav>{MENU}<span>Get a demo</span></div><div class=bl><div class=toc1><p>On this page</p><p>The ruling</p><p>The makers</p><p>Questions</p></div>{F}<h1>What the Helixine ruling means for makers of sequencers</h1><p>Petra Doyle · September 18, 2026 · 6 minute read</p>{_F}<div class=tldr>{M}<p>Ambry must pay $87 million, and six makers already have a licence.</p>{_M}</div>{M}<h2>The ruling</h2>{ps(COURT[:2])}<h2>The makers</h2>{ps(COURT[2:])}<h2>Questions</h2><h3>Who owns Ambry?</h3><p>The fund Larch Hill has controlled it since 2018.</p>{_M}<div class=offer1><h2>Keep an eye on patents</h2><p>LabWatch tells your team of new filings before your rivals hear of them. Thousands of scientists rely on it.</p><span>Book a call</span></div><div class=auth1><p>Petra Doyle</p><p>Petra leads research at LabWatch. She was an examiner of patents before.</p></div></div><div class=botm><div>Product</div><div>Pricing</div><div>Security</div><p>LabWatch Inc., 100 Pier Avenue, Boston</p></div>",
        "What the Helixine ruling means",
    )


FUND = (
    "The pension fund Oresund Liv has bought 12 percent of the wind park operator Norrvind from Baltkraft, it said on Friday.",
    "The stake is worth 2.3 billion kronor. Baltkraft keeps 51 percent and remains the operator of the parks.",
    "Norrvind runs 140 turbines in the Baltic Sea and plans to add 60 more off Gotland by 2030, for which it still needs a permit.",
    "Oresund Liv has invested in three wind parks since 2022. Its chief investment officer Per Ahlgren joins the board of Norrvind.",
    "Two other bidders, the insurer Marchmont and the Canadian fund Maple Crest, withdrew in the spring.",
)


def weekly_with_offer() -> str:
    """A weekly: an offer of a subscription above, a box of facts, a list of sources, a rating of the text."""
    return page(
        f"<div><p>Four weeks for one euro. Then 4.90 a week, to be ended any time.</p><a href=#>To the offer</a></div><div>{MENU}</div><div><div>Energy</div>{F}<h1>Who owns the wind</h1>{_F}{M}<div>A pension fund takes a stake in turbines, and its savers carry the risk.</div>{_M}<div>{F}From Ulla Storm, 3 min{_F}</div></div><div>{M}{ps(FUND[:3])}{_M}<div><b>The essentials in short</b><p>We summarise each story for subscribers in three sentences.</p></div>{M}{ps(FUND[3:])}{_M}<p><small>Source: own research, bst, with material of the agencies</small></p></div><div><p>How good was this text?</p><span>1</span><span>2</span><span>3</span><span>4</span><span>5</span></div><div><p>Kontor Weekly appears every Thursday. Responsible under press law: Ulla Storm, Hafenstrasse 3, Kiel</p></div>",
        "Who owns the wind",
    )


def exchange_portal() -> str:
    """A portal for notices: fields in front, attachments, a link back to the list, the operator's name."""
    return page(
        f"<table><tr><td><a href=#>Notices</a></td><td><a href=#>Calendar</a></td><td><a href=#>Issuers</a></td></tr></table><table><tr><td>{F}<h3>Oresund Liv acquires stake in Norrvind</h3>{_F}</td></tr><tr><td>{M}<table><tr><th>Issuer</th><td>Norrvind AB</td></tr><tr><th>Date</th><td>12 Jun 2026 08:30</td></tr><tr><th>Category</th><td>Major shareholding</td></tr></table>{_M}</td></tr><tr><td>{M}{ps(FUND)}{_M}</td></tr><tr><td><b>Attachments</b><br><a href=#>notice_norrvind.pdf</a></td></tr><tr><td><a href=#>Back to the list</a></td></tr></table><p>Nordic Notice Board is run by Bourse Services AB under the supervision of the authority.</p>",
        "Nordic Notice Board",
    )


def radio_site() -> str:
    """A radio station: a player, a programme, the story, stations, frequencies, prizes to win."""
    return page(
        f"<div class=pl><span>On air: Morning Tide with Lisa</span><span>Song: Blue Harbour</span></div><div class=nv2>{MENU}</div><div class=st2>{F}<h1>Pension fund buys into wind parks</h1><span>12.06.2026, 09:14</span>{_F}<div class=bd2>{M}{ps(FUND, '<p class=t>{}</p>')}{_M}<p class=t><em>Listen to the full report in Morning Tide at noon.</em></p></div></div><div class=win><h3>Win a week by the sea</h3><p>Guess the song of the hour and win seven nights for two in Visby.</p></div><div class=prg><h3>Programme</h3><p>10:00 The Quay</p><p>12:00 News at noon</p><p>13:00 Requests</p></div><div class=fq><p>Visby 101.2 MHz, Kiel 98.7 MHz, Gdansk 90.1 MHz</p></div>",
        "Pension fund buys into wind parks",
    )


def rating_agency() -> str:
    """An agency for ratings: actions in a table, analysts, methods, disclosures in small print."""
    return page(
        f"<div class=sv>{MENU}</div><div class=rt>{F}<h1>Norrvind affirmed at BBB after sale of stake</h1><p>Fri 12 Jun, 2026 - 10:45 AM ET</p>{_F}{M}<p>Kestrel Ratings, Stockholm, 12 June 2026: Kestrel Ratings has affirmed the rating of Norrvind AB at BBB with a stable outlook.</p>{ps(FUND[:3])}<h2>Key rating drivers</h2><p>Debt will fall to 4.1 times earnings in 2027 from 4.8 times, helped by the money of Oresund Liv.</p><table><tr><td>Norrvind AB</td><td>BBB</td><td>Affirmed</td></tr></table>{_M}<h2>Contacts</h2><p>Primary analyst<br>Hedda Ros<br>+46 8 555 0171</p><h2>Disclosures</h2><p>The ratings were solicited and the issuer has taken part in the rating process.</p><p>Ratings are opinions and no recommendation to buy, sell or hold any security.</p></div><div class=sm><p>All Kestrel ratings are subject to certain limitations. Copyright 2026 by Kestrel Ratings, Inc.</p></div>",
        "Norrvind affirmed at BBB",
    )


SITES: tuple[Layout, ...] = (
    wordpress_magazine, hashed_divs, tables_of_2003, agency, broadcaster, pink_paper, wire_release, business_release,
    investor_module, substack, medium, encyclopedia, filed_exhibit, consent_wall, live_coverage, trade_magazine,
    utility_classes, stock_tips, amp_story, loud_readers, two_halves, proud_footer, silent_teasers, bank_note,
    news_in_brief, company_history, mailed_letter, footnoted_results,
)  # fmt: skip
HELD: tuple[Layout, ...] = (
    local_paper, government, ghost_blog, drupal_company, site_builder, finance_portal, regulatory_story, homemade,
    podcast_sections, interview, photo_credits, event_rail, shop_news, stacked_sections,
)  # fmt: skip
LAST: tuple[Layout, ...] = (
    indian_daily, law_firm, tabbed_profile, long_read, university_news, chat_like_feed, cooperative_site, research_blog,
)  # fmt: skip
FRESH: tuple[Layout, ...] = (weekly_with_offer, exchange_portal, radio_site, rating_agency)
