import type { Call } from '../../../shared/domain/call.ts';
import { otherParty } from '../../../shared/domain/call-view.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { originate } from '../../stores/dialling.ts';
import { switchProfile } from '../../stores/profiles.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import { useProfileName } from '../profiles/use-profiles.ts';
import { Row } from '../settings/section.tsx';

/** A number of another profile's call is never dialled through the wrong PBX without a word. */
export function OtherProfile(props: {
  readonly call: Call;
  /** As the number stands, whatever rules say. */
  readonly literal: boolean;
  readonly onEnd: () => void;
}) {
  const { call, literal, onEnd } = props;
  const { t, number } = useWords();
  const name = useProfileName(call.profile);
  const activeId = useSnapshot((state) => state.settings.profile.id);
  const active = useProfileName(activeId);
  const there = useSnapshot((state) => state.settings.otherProfiles.some(({ id }) => id === call.profile));
  const party = otherParty(call);
  const callHere = () => {
    onEnd();
    void originate(party, 'history', { literal });
  };
  const callThere = async () => {
    onEnd();
    if (await switchProfile(call.profile)) void originate(party, 'history', { literal });
  };
  return (
    <Note
      tone="info"
      announced
      title={t('profiles.redialTitle', { name })}
      onDismiss={onEnd}
      action={
        <Row>
          {there ? (
            <Button autoFocus look="primary" onPress={() => void callThere()}>
              {t('profiles.switchAndCall', { name })}
            </Button>
          ) : null}
          <Button autoFocus={!there} onPress={callHere}>
            {t('profiles.callThrough', { name: active })}
          </Button>
        </Row>
      }
    >
      <Sentence
        text={t(there ? 'profiles.redialText' : 'profiles.redialGone', { skipInterpolation: true })}
        parts={{ number: <NumberText>{number(party)}</NumberText>, active: <bdi>{active}</bdi> }}
      />
    </Note>
  );
}
