import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { inboxScopes, type InboxScope } from './scopes.ts';
import { FileCase } from './file-case.tsx';
import { TaskList } from './task-list.tsx';
import { WorkFilters } from './work-filters.tsx';

/** The workbench (工作台): what is asked of me, the late first; the filters are the address. */
export function WorkPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('scope');
  const scope: InboxScope = inboxScopes.find((one) => one === asked) ?? 'mine';
  const filters = { stage: search.get('stage') ?? '', category: search.get('category') ?? '' };

  function change(changed: Record<string, string>): void {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changed)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setSearch(next);
  }

  return (
    <>
      <h1>{t('work.title')}</h1>
      <FileCase />
      <WorkFilters scope={scope} filters={filters} change={change} />
      <TaskList scope={scope} filters={filters} />
    </>
  );
}
