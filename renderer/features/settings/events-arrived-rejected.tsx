import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';
import { Facts } from '../../ui/facts.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { Section } from './section.tsx';

/** What came and was not let in, by reason; nothing while there is none. */
export function EventsTurnedAway() {
  const { t, digits } = useWords();
  const rejected = useSnapshot((state) => state.listener.rejected);
  const turnedAway = [
    { name: t('settings.events.rejectedAddress'), count: rejected.address },
    { name: t('settings.events.rejectedCredentials'), count: rejected.credentials },
    { name: t('settings.events.rejectedMalformed'), count: rejected.malformed },
    { name: t('settings.events.rejectedDropped'), count: rejected.dropped },
  ].filter((entry) => entry.count > 0);
  if (turnedAway.length === 0) return null;
  return (
    <Section title={t('settings.events.rejected')}>
      <Facts
        facts={turnedAway.map(({ name, count }) => ({ name, value: <NumberText>{digits(String(count))}</NumberText> }))}
      />
    </Section>
  );
}
