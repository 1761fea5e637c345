import { FileDown } from 'lucide-react';
import { DialogTrigger } from 'react-aria-components';
import type { HistoryFilter } from '../../../../shared/domain/history/history-filter.ts';
import { openHistoryExport, useHistoryExport } from '../../../stores/history-export.ts';
import { useWords } from '../../../text/use-words.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { InfoPopover } from '../../../ui/info-popover.tsx';
import { Tooltip } from '../../../ui/tooltip.tsx';
import { ExportForm } from './export-form.tsx';

/** Writes the calls that the list shows to a file. Its room is there before the list is: nothing beside it moves. */
export function HistoryExport({ filter }: { readonly filter: HistoryFilter | null }) {
  const { t } = useWords();
  const open = useHistoryExport((store) => store.open);
  return (
    <DialogTrigger isOpen={open} onOpenChange={openHistoryExport}>
      <Tooltip text={t('historyExport.open')}>
        <IconButton aria-label={t('historyExport.open')} isDisabled={filter === null}>
          <Icon of={FileDown} size={18} />
        </IconButton>
      </Tooltip>
      <InfoPopover at="end" holds="text" label={t('historyExport.title')}>
        {() => (filter === null ? null : <ExportForm filter={filter} />)}
      </InfoPopover>
    </DialogTrigger>
  );
}
