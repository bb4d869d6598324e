import { z } from 'zod';

/** Who can sign in to the sample data. */
export const demoAccountsAnswer = z.object({
  items: z.array(
    z.object({
      username: z.string(),
      password: z.string(),
      name: z.string(),
      title: z.string(),
      agencyName: z.string(),
      roles: z.array(z.string()).describe('角色名称 Names of the roles'),
    }),
  ),
});
export type DemoAccountsAnswer = z.infer<typeof demoAccountsAnswer>;
