import { useSnapshot } from '../../stores/app-state.ts';
import { leaveDemo, startDemo } from '../../stores/demo.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { Row, Section } from './section.tsx';
import { SettingItem } from './setting-item.tsx';
import { useSaving } from './use-saving.ts';

export function DemoSettings() {
  const { t } = useWords();
  const demo = useSnapshot((state) => state.settings.mode === 'demo');
  const saving = useSaving();
  return (
    <Section>
      <SettingItem of="mode">
        <p>{t(demo ? 'settings.demo.on' : 'settings.demo.off')}</p>
        <Row>
          <Button onPress={() => void saving.inGroup(demo ? leaveDemo() : startDemo())}>
            {t(demo ? 'settings.demo.leave' : 'settings.demo.start')}
          </Button>
        </Row>
      </SettingItem>
      {saving.problem === null ? null : <ErrorNote error={saving.problem} withoutRemedy />}
    </Section>
  );
}
