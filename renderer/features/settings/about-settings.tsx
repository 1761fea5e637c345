import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';
import { Facts } from '../../ui/facts.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { ProductMark } from '../../ui/product-mark.tsx';
import { Notices } from './notices.tsx';
import { Section } from './section.tsx';
import { SettingItem } from './setting-item.tsx';

export function AboutSettings() {
  const { t } = useWords();
  const app = useSnapshot((state) => state.app);
  const facts = [
    { name: t('settings.versions.dialdesk'), value: app.version },
    { name: t('settings.versions.licence'), value: t('settings.versions.mit') },
    { name: t('settings.versions.electron'), value: app.electron },
    { name: t('settings.versions.chrome'), value: app.chrome },
    { name: t('settings.versions.node'), value: app.node },
    { name: t('settings.versions.platform'), value: app.platform },
  ];
  return (
    <>
      <Section>
        <ProductMark />
        <SettingItem of="about.versions">
          <Facts facts={facts.map(({ name, value }) => ({ name, value: <NumberText>{value}</NumberText> }))} />
        </SettingItem>
      </Section>
      <Notices />
    </>
  );
}
