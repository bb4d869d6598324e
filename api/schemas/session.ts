import { z } from 'zod';
import { roles, type Role } from '../../domain/process.ts';
import { lineText } from '../plain-text.ts';

export const signInBody = z.strictObject({ username: lineText(100), password: z.string().min(1).max(256) });

export const sessionAnswer = z.object({
  csrfToken: z.string(),
  person: z.object({
    id: z.string(),
    name: z.string(),
    title: z.string(),
    agency: z.string(),
    agencyName: z.string(),
    section: z.string(),
    sectionName: z.string(),
    roles: z.array(z.enum(Object.keys(roles) as Role[])),
  }),
});
export type SessionAnswer = z.infer<typeof sessionAnswer>;
