import type { Call } from '../../../../shared/domain/call.ts';
import { copyText } from '../../../stores/listener.ts';
import { useWords } from '../../../text/use-words.ts';
import { bindClasses } from '../../../ui/class-names.ts';
import { CopyRow } from '../../../ui/copy-row.tsx';
import styles from './call-details.module.css';

const cx = bindClasses(styles);

/** What the PBX calls this call: its own ids, and the one of the request. Nothing where it named none. */
export function CallIds({ call }: { readonly call: Call }) {
  const { t } = useWords();
  const ids = [
    ...call.pbxCallIds.map((id) => ({ id, label: t('callDetails.pbxId') })),
    ...(call.originatedCallId === null ? [] : [{ id: call.originatedCallId, label: t('callDetails.originateId') }]),
  ];
  if (ids.length === 0) return null;
  return (
    <div className={cx('box')}>
      {ids.map(({ id, label }) => (
        <CopyRow
          key={`${label} ${id}`}
          label={label}
          value={id}
          copyLabel={t('callDetails.copyId', { label })}
          onCopy={(text) => void copyText(text)}
        />
      ))}
    </div>
  );
}
