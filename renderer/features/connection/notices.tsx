import { useSnapshot } from '../../stores/app-state.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { ErrorNote } from '../settings/error-note.tsx';
import { ProvisioningNote } from '../setup/provisioning-note.tsx';
import styles from './notices.module.css';

const cx = bindClasses(styles);

/** What is wrong with the program as a whole, above whatever is open. */
export function Notices() {
  const storageFailed = useSnapshot((state) => state.storageFailed);
  const locked = useSnapshot((state) => state.credentials.locked && state.settings.mode === 'simotel');
  const missing = useSnapshot(
    (state) => state.pbx.state === 'failed' && state.pbx.error.code === 'pbx-credentials-missing',
  );
  const provisioning = useSnapshot((state) => state.provisioning);
  if (!storageFailed && !locked && !missing && provisioning?.state !== 'failed') return null;
  return (
    <div className={cx('notices')}>
      {storageFailed ? <ErrorNote error={{ code: 'storage-failed' }} /> : null}
      {locked ? <ErrorNote error={{ code: 'secrets-locked' }} tone="wait" /> : null}
      {missing && !locked ? <ErrorNote error={{ code: 'pbx-credentials-missing' }} tone="wait" /> : null}
      <ProvisioningNote provisioning={provisioning} />
    </div>
  );
}
