import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { ConnectionChecklist } from './connection-test-checklist.tsx';
import { useConnectionTest } from './connection-test-run.ts';
import { Row } from './section.tsx';

/** Asks the PBX step by step and says in words what came of it. A second press begins anew. */
export function ConnectionTest() {
  const { t } = useWords();
  const run = useConnectionTest();
  return (
    <>
      <Row>
        <Button onPress={run.start}>{t('settings.connection.test')}</Button>
      </Row>
      <ConnectionChecklist run={run} />
    </>
  );
}
