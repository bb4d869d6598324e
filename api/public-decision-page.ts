import { exemptionFields, otherFields, penaltyFields, permitFields } from '../domain/publication-fields.ts';
import type { PublishedDecision } from '../prisma/published.ts';
import { html, type Html } from './html.ts';
import { longDate, publicPage } from './public-page.ts';

type Fields = PublishedDecision['fields'];

const labels: Record<string, { zh: string }> = {
  ...exemptionFields,
  ...otherFields,
  ...permitFields,
  ...penaltyFields,
};
const basis = ['CF_YJ'];
const content = ['CF_NR', 'XK_NR', 'decision'];
const decidedOn = ['CF_JDRQ', 'XK_JDRQ', 'decidedOn'];
const saidAbove = new Set([...basis, ...content, 'CF_SY', 'title', 'CF_GSJZQ']);

/** The decision as the document that it is, then what was published about it, how to complain and how to check it. */
export function publicDecisionPage(decision: PublishedDecision, overseer: string | null): string {
  const { fields, facts, title, documentNo, agencyName } = decision;
  if (decision.withdrawn) return withdrawnPage(decision, decision.withdrawn);
  const date = first(fields, decidedOn);
  return publicPage(
    `${title} ${documentNo}`,
    html`<article class="document" aria-labelledby="title">
        <p class="issuer">${agencyName}</p>
        <h1 id="title">${title}</h1>
        <p class="number">${documentNo}</p>
        ${chapter('当事人', decision.partyName)} ${chapter('事实', facts)} ${chapter('依据', first(fields, basis))}
        ${chapter('决定', first(fields, content))}
        <p class="closing">${agencyName}<br />${date && longDate(date.replaceAll('/', '-'))}</p>
      </article>
      ${corrections(decision)} ${publishedFacts(decision)}
      <section aria-labelledby="complain">
        <h2 id="complain">如有异议</h2>
        <p>认为公示的内容有误、应当隐去而没有隐去的，请向${agencyName}书面提出更正，写明文号和理由。</p>
        <p>当事人不服本决定的，按照决定书载明的途径和期限申请行政复议或者提起行政诉讼。</p>
        ${overseer && html`<p>对执法行为投诉、举报的，向执法监督机关${overseer}提出。</p>`}
      </section>
      <section aria-labelledby="check">
        <h2 id="check">如何核对</h2>
        <p>
          以加盖印章的决定书为准：核对文号、机关和决定内容。<a
            href="/api/v1/public/decisions?documentNo=${encodeURIComponent(documentNo)}"
            >本页的数据</a
          >可以另行下载比对。
        </p>
      </section>`,
  );
}

/** A withdrawn publication keeps its place: number, agency, when and why it was taken down (行政处罚法 48). */
function withdrawnPage(
  { documentNo, agencyName }: PublishedDecision,
  { at, reason }: NonNullable<PublishedDecision['withdrawn']>,
): string {
  return publicPage(
    `已撤回 ${documentNo}`,
    html`<article class="document" aria-labelledby="title">
      <p class="issuer">${agencyName}</p>
      <h1 id="title">本公示已撤回</h1>
      <p class="number">${documentNo}</p>
      ${chapter('撤回理由', reason)}
      <p class="closing">${agencyName}<br />${longDate(at)}</p>
    </article>`,
  );
}

function corrections({ corrections: made }: PublishedDecision): Html | null {
  if (made.length === 0) return null;
  return html`<section aria-labelledby="corrected">
    <h2 id="corrected">更正</h2>
    <ul>
      ${made.map(({ what, reason, at }) => html`<li>${longDate(at.slice(0, 10))}：${what}（${reason}）</li>`)}
    </ul>
  </section>`;
}

function publishedFacts({ fields, publishedAt, publicUntil }: PublishedDecision): Html {
  const rows = Object.entries(fields).filter(([code, value]) => value !== null && labels[code] && !saidAbove.has(code));
  return html`<section aria-labelledby="published">
    <h2 id="published">公示信息</h2>
    <table class="fields">
      <tbody>
        ${rows.map(([code, value]) => row(labels[code]!.zh, marked(String(value))))}
        ${row('公示日期', longDate(publishedAt))}
        ${row('公示期至', publicUntil ? longDate(publicUntil) : html`未设截止日期`)}
      </tbody>
    </table>
  </section>`;
}

function row(label: string, value: Html): Html {
  return html`<tr>
    <th scope="row">${label}</th>
    <td>${value}</td>
  </tr>`;
}

function chapter(heading: string, text: string | null): Html | null {
  if (!text) return null;
  const paragraphs = text.split(/\n+/).filter(Boolean);
  return html`<h2>${heading}</h2>
    ${paragraphs.map((paragraph) => html`<p>${marked(paragraph)}</p>`)}`;
}

/** What was taken out stands out, so that nobody takes the gap for the text. */
function marked(text: string): Html {
  const pieces = text.split(/[〔［]已隐去[〕］]/u);
  return html`${pieces.map((piece, n) => html`${n > 0 && html`<span class="redacted">〔已隐去〕</span>`}${piece}`)}`;
}

function first(fields: Fields, codes: string[]): string | null {
  const value = codes.map((code) => fields[code]).find((found) => found !== null && found !== undefined);
  return value === undefined || value === null ? null : String(value);
}
