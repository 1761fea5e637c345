import { useEffect, useState } from 'react';
import type { Call } from '../../../../shared/domain/call.ts';
import { otherParty } from '../../../../shared/domain/call-view.ts';
import { readCallsWith, useHistory } from '../../../stores/history.ts';
import { openDetails, wishFor } from '../../../stores/history-desk.ts';
import { useWords } from '../../../text/use-words.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { CallLines } from '../call-lines.tsx';
import { Part } from './part.tsx';

const mostShown = 5;

/** The last other calls with the same number; all of them are one search away. */
export function OtherCalls({ call, onSearch }: { readonly call: Call; readonly onSearch: () => void }) {
  const { t } = useWords();
  const party = otherParty(call);
  const [read, setRead] = useState<{ readonly of: string; readonly calls: readonly Call[] } | null>(null);
  const newest = useHistory((store) => store.rows[0]?.call.id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new call may be one with the same number
  useEffect(() => {
    let gone = false;
    void readCallsWith([party], call.profile).then((calls) => {
      if (!gone) setRead({ of: call.id, calls: calls.filter((one) => one.id !== call.id) });
    });
    return () => {
      gone = true;
    };
  }, [party, call.id, call.profile, newest]);
  // Until they are read anew for another call of the list, the same stay in their place.
  const others = read?.of === call.id ? read.calls : [];
  if (party === '' || others.length === 0) return null;
  return (
    <Part name={t('callDetails.otherCalls')}>
      <CallLines calls={others.slice(0, mostShown)} onOpen={openDetails} />
      {others.length <= mostShown ? null : (
        <p>
          <LinkButton
            onPress={() => {
              wishFor({ text: party });
              onSearch();
            }}
          >
            {t('callDetails.allCalls')}
          </LinkButton>
        </p>
      )}
    </Part>
  );
}
