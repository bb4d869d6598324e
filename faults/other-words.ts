type Body = Record<string, unknown>;

const number = /〔\d{4}〕/;

/** The same body with other words in one place; null where it has no words to change. */
export function withOtherWords(body: Body): Body | null {
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string' && value.length > 8 && /\p{Script=Han}/u.test(value) && !number.test(value)) {
      return { ...body, [name]: `${value}。` };
    }
    const inner = isBody(value) ? withOtherWords(value) : null;
    if (inner) return { ...body, [name]: inner };
  }
  return null;
}

function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
