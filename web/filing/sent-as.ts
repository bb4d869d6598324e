import { Problem } from '../http.ts';
import { renewSession } from '../session.tsx';

/** Sends something in this person's name and nobody else's, also under a session that was renewed meanwhile. */
export async function sentAs<Answer>(person: string, send: () => Promise<Answer>): Promise<Answer> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'csrf.missing') throw error;
    await renewSession(person);
    return send();
  }
}
