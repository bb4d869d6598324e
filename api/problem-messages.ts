/** What each code outside the domain says: what is wrong, where, and what to do. The domain's own are in domain/refusal.ts. */
// prettier-ignore
export const problemMessages = {
  'input.invalid': { status: 400, zh: '请求内容有误；请按 details.issues 逐项改正后重发。', en: 'The request is not valid; correct what details.issues lists and send it again.' },
  'input.tooLarge': { status: 413, zh: '请求正文超过 1 MB（1000000 字节）；请减少内容，文件请走证据上传。', en: 'The body is larger than 1 MB (1,000,000 bytes); send less, and files as evidence.' },
  'json.malformed': { status: 400, zh: '请求正文不是合法的 JSON；请检查引号、逗号和括号后重发。', en: 'The body is not well-formed JSON; check quotes, commas and brackets and send it again.' },
  'session.required': { status: 401, zh: '尚未登录；请先登录（POST /api/v1/session）。', en: 'You are not signed in; sign in first (POST /api/v1/session).' },
  'session.expired': { status: 401, zh: '登录已过期，或者账号已停用；请重新登录。', en: 'Your session has expired, or the account is disabled; sign in again.' },
  'session.wrong': { status: 401, zh: '用户名或者密码不正确；请核对后重新输入。', en: 'The user name or the password is wrong; check both and try again.' },
  'session.locked': { status: 429, zh: '登录失败次数过多，已暂停尝试；请在 Retry-After 所示秒数后再试。', en: 'Too many failed attempts to sign in; try again after the seconds given in Retry-After.' },
  'csrf.missing': { status: 403, zh: '缺少有效的防跨站令牌；请先读取 GET /api/v1/session，再在 X-CSRF-Token 请求头中带上 csrfToken。', en: 'A valid anti-forgery token is missing; read GET /api/v1/session and send its csrfToken in the header X-CSRF-Token.' },
  'idempotency.missing': { status: 400, zh: '缺少 Idempotency-Key 请求头；请为每次操作生成一个新的键，重试时沿用。', en: 'The header Idempotency-Key is missing; make a new key for each act and keep it when you retry.' },
  'idempotency.mismatch': { status: 422, zh: '该 Idempotency-Key 已用于另一内容的请求；请换一个新键。', en: 'This Idempotency-Key was used with another body; use a new key.' },
  'idempotency.running': { status: 409, zh: '同一 Idempotency-Key 的请求正在办理；请稍候再查询结果。', en: 'The request with this Idempotency-Key is still running; ask for its result in a moment.' },
  'case.unknown': { status: 404, zh: '没有这一案件，或者您无权查看；请从案件列表打开。', en: 'There is no such case, or you may not see it; open it from the list of cases.' },
  'version.unknown': { status: 404, zh: '本案没有这一版内容；已有的版本见 details.versions。', en: 'The case has no such version of its content; details.versions lists those it has.' },
  'notice.unknown': { status: 404, zh: '您没有这一通知；请从通知列表打开。', en: 'You have no such notice; open it from the list of notices.' },
  'person.unknown': { status: 404, zh: '没有这一人员，或者不属于您的机关；请核对编号。', en: 'There is no such person in your agency; check the id.' },
  'section.unknown': { status: 404, zh: '您的机关没有这一科室；请核对编号。', en: 'Your agency has no such section; check the id.' },
  'account.exists': { status: 409, zh: '该人员已有账号；忘记密码的请重设密码。', en: 'This person has an account; renew its password instead.' },
  'account.missing': { status: 409, zh: '该人员还没有账号；请先开立。', en: 'This person has no account; open one first.' },
  'route.unknown': { status: 404, zh: '没有这一地址；请查阅 /api/docs。', en: 'There is no such address; see /api/docs.' },
  'method.unknown': { status: 405, zh: '这一地址不支持该请求方法；可用的方法见 Allow 响应头。', en: 'This address does not take that method; the header Allow names those it takes.' },
  'action.unknown': { status: 404, zh: '流程中没有这一动作；可用的动作见 GET /api/v1/cases/{id}。', en: 'The process has no such act; see GET /api/v1/cases/{id} for those it has.' },
  'clock.notHere': { status: 400, zh: '请求头 Sanxiang-Clock 只用于演练环境；请去掉该请求头。', en: 'The header Sanxiang-Clock belongs to profile rehearsal only; leave it out.' },
  'clock.invalid': { status: 400, zh: '请求头 Sanxiang-Clock 不是带 +08:00 的 ISO 8601 时刻；请写成如 2026-02-12T10:00:00+08:00。', en: 'The header Sanxiang-Clock is not an ISO 8601 moment with +08:00; write it like 2026-02-12T10:00:00+08:00.' },
  'media.unsupported': { status: 415, zh: '不支持请求正文的内容类型；请使用 Content-Type: application/json（UTF-8）。', en: 'The content type of the body is not supported; use Content-Type: application/json (UTF-8).' },
  'database.away': { status: 503, zh: '数据库暂时无法连接；请稍后用同一 Idempotency-Key 重试。', en: 'The database cannot be reached for the moment; retry later with the same Idempotency-Key.' },
  'temporal.away': { status: 503, zh: '流程引擎暂时无法连接；请稍后用同一 Idempotency-Key 重试。', en: 'The workflow engine cannot be reached for the moment; retry later with the same Idempotency-Key.' },
  internal: { status: 500, zh: '系统内部错误；请稍后重试，仍不行的请把 X-Request-Id 告知管理员。', en: 'Something went wrong inside the system; retry later, and if it stays tell the administrator the X-Request-Id.' },
} as const;

export type ProblemCode = keyof typeof problemMessages;
