import { useState } from 'react';
import type { Call } from '../../../../shared/domain/call.ts';
import { hasAllIds } from '../../../../shared/domain/call-ids.ts';
import { copyText } from '../../../stores/listener.ts';
import { useWords } from '../../../text/use-words.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { bindClasses } from '../../../ui/class-names.ts';
import { CopyRow } from '../../../ui/copy-row.tsx';
import styles from './call-details.module.css';

const cx = bindClasses(styles);
/** Each leg of a masked call has one; more come of a PBX that mixes up its calls. */
const mostShown = 5;

/** What the PBX calls this call: its own ids, and the one of the request. Nothing where it named none. */
export function CallIds({ call }: { readonly call: Call }) {
  const { t, digits } = useWords();
  const [all, setAll] = useState(false);
  const pbxIds = all ? call.pbxCallIds : call.pbxCallIds.slice(0, mostShown);
  const ids = [
    ...pbxIds.map((id) => ({ id, label: t('callDetails.pbxId') })),
    ...(call.originatedCallId === null ? [] : [{ id: call.originatedCallId, label: t('callDetails.originateId') }]),
  ];
  if (ids.length === 0) return null;
  const replace = { count: digits(String(call.pbxCallIds.length)) };
  return (
    <div className={cx('ids')}>
      {hasAllIds(call) ? <p className={cx('quiet')}>{t('callDetails.allIds', { replace })}</p> : null}
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
      {pbxIds.length === call.pbxCallIds.length ? null : (
        <p>
          <LinkButton onPress={() => setAll(true)}>{t('callDetails.moreIds', { replace })}</LinkButton>
        </p>
      )}
    </div>
  );
}
