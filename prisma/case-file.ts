export interface FilingWords {
  title: string;
  party: { name: string; [field: string]: unknown };
  [field: string]: unknown;
}
