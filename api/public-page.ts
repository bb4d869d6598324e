import { dayOf } from '../domain/calendar.ts';
import { html, type Html } from './html.ts';

/** A page of the public part: plain HTML that needs no script and prints well. */
export function publicPage(title: string, main: Html): string {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/public/style.css" />
      </head>
      <body>
        <a class="skip" href="#main">跳到正文</a>
        <header>
          <nav aria-label="站点">
            <a class="home" href="/">三项</a>
            <a href="/public">行政执法决定公示</a>
          </nav>
        </header>
        <main id="main">${main}</main>
        <footer>
          <p>行政执法公示、执法全过程记录、重大执法决定法制审核</p>
        </footer>
      </body>
    </html> `.markup;
}

/** What this is, on one page. */
export function homePage(): string {
  return publicPage(
    '三项',
    html`<h1>三项</h1>
      <p>
        行政机关在这里办理执法案件：全过程记录，重大决定先经法制审核，决定依法公示。除当场作出的简易程序决定外，未经法制审核或者审核未通过的，系统不允许作出决定。
      </p>
      <ul class="ways">
        <li><a href="/public">查阅公示的行政执法决定</a>，无需登录</li>
        <li>
          <a href="/api/docs/">接口说明</a>：工作人员目前通过接口登录和办理（<span lang="en">POST /api/v1/session</span
          >）
        </li>
      </ul>`,
  );
}

/** A page that says what is wrong and what to do next. */
export function sorryPage(title: string, sentence: string): string {
  return publicPage(
    title,
    html`<h1>${title}</h1>
      <p role="status">${sentence}</p>
      <p><a href="/public">回到公示查询</a></p>`,
  );
}

/** '2026年3月4日', of a moment or of a day written YYYY-MM-DD. */
export function longDate(when: Date | string): Html {
  const day = typeof when === 'string' ? when : dayOf(when.getTime());
  const [year, month, date] = day.split('-').map(Number);
  return html`<time datetime="${day}">${year}年${month}月${date}日</time>`;
}
