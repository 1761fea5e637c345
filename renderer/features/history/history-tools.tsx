import { useHistory } from '../../stores/history.ts';
import { HistoryExport } from './export/history-export.tsx';

/** What can be done with the calls that the list shows. */
export function HistoryTools() {
  const filter = useHistory((store) => store.filter);
  return filter === null ? null : <HistoryExport filter={filter} />;
}
