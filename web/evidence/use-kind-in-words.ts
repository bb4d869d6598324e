import { useTranslation } from 'react-i18next';
import { evidenceKinds } from '../../domain/evidence-kinds.ts';

/** A kind of evidence in the language that is read; what agencies call it themselves stays as it is. */
export function useKindInWords(): (kind: string) => string {
  const { i18n } = useTranslation();
  return (kind) =>
    i18n.language === 'en'
      ? kind
          .split('、')
          .map((part) => evidenceKinds[part] ?? part)
          .join(', ')
      : kind;
}
