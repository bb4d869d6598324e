import type { CatalogueEntry } from './catalogue.ts';

const CONDITION = /^(.+)（([^（）]+)的）$/;

/**
 * 送审材料 to be complete before a case is submitted: those filed with it and those of the matching catalogue entries, each
 * once. A material with a condition, '听证笔录（举行听证的）', counts without it and only if that happened: a hearing held,
 * or (有的 and any other) the material being among the `existing` ones. 国办发〔2018〕118号; rehearsal.md 3.
 */
export function requiredMaterials(
  filed: readonly string[],
  matches: readonly Pick<CatalogueEntry, 'appliesWhen' | 'reviewMaterials'>[],
  happened: { hearing: boolean; existing: readonly string[] },
): string[] {
  const counting = matches.filter((entry) => entry.appliesWhen === 'always' || happened.hearing);
  const names = [...filed, ...counting.flatMap((entry) => entry.reviewMaterials)].flatMap((material) => {
    const [, name, condition] = CONDITION.exec(material) ?? [];
    if (!name) return [material];
    const needed = condition === '举行听证' ? happened.hearing : happened.existing.includes(name);
    return needed ? [name] : [];
  });
  return [...new Set(names)];
}
