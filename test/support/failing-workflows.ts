/** A case's workflow with a fault in its code: its task fails, and is given out again, as long as this code runs. */
export async function caseWorkflow(): Promise<void> {
  throw new TypeError('a fault in the code');
}
