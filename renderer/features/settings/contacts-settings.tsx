import { useWords } from '../../text/use-words.ts';
import { ContactExport } from '../contacts/import/contact-export.tsx';
import { ContactImport } from '../contacts/import/contact-import.tsx';
import { PastImports } from '../contacts/import/past-imports.tsx';
import { Section } from './section.tsx';
import { SettingItem } from './setting-item.tsx';
import { settingOf } from './settings-catalogue.ts';

/** Contacts out of files and into files. */
export function ContactsSettings() {
  const { t } = useWords();
  const bring = settingOf('contacts.import');
  const past = settingOf('contacts.imports');
  const write = settingOf('contacts.export');
  return (
    <>
      <Section title={t(bring.label)} lead={t(bring.help)}>
        <SettingItem of="contacts.import">
          <ContactImport />
        </SettingItem>
      </Section>
      <Section title={t(past.label)} lead={t(past.help)}>
        <SettingItem of="contacts.imports">
          <PastImports />
        </SettingItem>
      </Section>
      <Section title={t(write.label)} lead={t(write.help)}>
        <SettingItem of="contacts.export">
          <ContactExport />
        </SettingItem>
      </Section>
    </>
  );
}
