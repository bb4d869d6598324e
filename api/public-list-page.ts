import type { PublishedDecision } from '../prisma/published.ts';
import { html, type Html } from './html.ts';
import { longDate, publicPage } from './public-page.ts';
import type { PublicQuery } from './schemas/public.ts';

interface Listed {
  query: PublicQuery;
  items: PublishedDecision[];
  nextCursor: string | null;
}

/** The search and what it found, newest first. */
export function publicListPage({ query, items, nextCursor }: Listed): string {
  return publicPage(
    '行政执法决定公示',
    html`<h1>行政执法决定公示</h1>
      ${searchForm(query)} ${items.length > 0 ? table(items) : nothing(query)}
      ${nextCursor && html`<p class="pages"><a rel="next" href="${address(query, nextCursor)}">下一页</a></p>`}`,
  );
}

/** The address of a decision's own page. */
export function decisionAddress({ documentNo, agency }: Pick<PublishedDecision, 'documentNo' | 'agency'>): string {
  return `/public/decisions/${encodeURIComponent(documentNo)}?agency=${encodeURIComponent(agency)}`;
}

function searchForm(query: PublicQuery): Html {
  return html`<form role="search" action="/public" method="get" aria-label="查询公示">
    <p><label for="party">当事人名称</label><input id="party" name="party" value="${query.party}" maxlength="100" /></p>
    <p>
      <label for="documentNo">决定书文号</label
      ><input id="documentNo" name="documentNo" value="${query.documentNo}" maxlength="100" />
    </p>
    <p>
      <label for="agency">行政机关</label><input id="agency" name="agency" value="${query.agency}" maxlength="100" />
    </p>
    <p><button type="submit">查询</button></p>
  </form>`;
}

function table(items: PublishedDecision[]): Html {
  return html`<table>
    <caption>
      公示中的决定，最近公示的在前
    </caption>
    <thead>
      <tr>
        <th scope="col">决定</th>
        <th scope="col">当事人</th>
        <th scope="col">行政机关</th>
        <th scope="col">公示日期</th>
      </tr>
    </thead>
    <tbody>
      ${items.map(
        (item) =>
          html`<tr>
            <th scope="row">
              <a href="${decisionAddress(item)}">${item.title}</a><br /><span class="number">${item.documentNo}</span>
            </th>
            <td>
              ${item.withdrawn ? html`<span class="withdrawn">已撤回：${item.withdrawn.reason}</span>` : item.partyName}
            </td>
            <td>${item.agencyName}</td>
            <td>${longDate(item.publishedAt)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function nothing(query: PublicQuery): Html {
  const searched = query.party ?? query.documentNo ?? query.agency ?? query.cursor;
  return searched === undefined
    ? html`<p role="status">目前没有公示中的决定。决定送达后按期公示，请过几日再来查阅。</p>`
    : html`<p role="status">
        没有找到公示中的决定。请减少一个条件，或者只输入名称、文号的一部分再查；公示期已满的不再显示。<a href="/public"
          >查看全部</a
        >
      </p>`;
}

function address(query: PublicQuery, cursor: string): string {
  const words = Object.entries({ ...query, cursor }).filter(([, value]) => value !== undefined);
  return `/public?${new URLSearchParams(words as [string, string][]).toString()}`;
}
