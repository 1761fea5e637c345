import type { ParseKeys } from 'i18next';
import type { SettingsGroup } from '../../stores/view.ts';

export interface CatalogueEntry {
  readonly group: SettingsGroup;
  readonly label: ParseKeys;
  /** One sentence that explains it. */
  readonly help: ParseKeys;
  /** Other words that people look for it with. */
  readonly synonyms?: ParseKeys;
  /** For one of a few: each value with its words; null where the value is its own name. */
  readonly options?: Readonly<Record<string, ParseKeys | null>>;
}

/**
 * Everything that can be found in the settings, by the path in the schema where it is a field of it. What a field is called and
 * how it is explained comes from here, on its form as in the search.
 */
export const settingsCatalogue = {
  'pbx.address': {
    group: 'connection',
    label: 'settings.connection.address',
    help: 'settings.connection.addressHelp',
    synonyms: 'settings.synonyms.address',
  },
  'pbx.auth': {
    group: 'connection',
    label: 'settings.connection.auth',
    help: 'settings.connection.authHelp',
    synonyms: 'settings.synonyms.auth',
    options: {
      basic: 'settings.connection.authBasic',
      token: 'settings.connection.authToken',
      both: 'settings.connection.authBoth',
    },
  },
  'credentials.user': {
    group: 'connection',
    label: 'settings.connection.user',
    help: 'settings.connection.userHelp',
    synonyms: 'settings.synonyms.user',
  },
  'credentials.password': {
    group: 'connection',
    label: 'settings.connection.password',
    help: 'settings.connection.passwordHelp',
    synonyms: 'settings.synonyms.password',
  },
  'credentials.token': {
    group: 'connection',
    label: 'settings.connection.token',
    help: 'settings.connection.tokenHelp',
    synonyms: 'settings.synonyms.token',
  },
  'connection.test': {
    group: 'connection',
    label: 'settings.connection.test',
    help: 'settings.connection.testHelp',
    synonyms: 'settings.synonyms.test',
  },
  'pbx.pinnedCertificate': {
    group: 'connection',
    label: 'settings.connection.certificate',
    help: 'settings.connection.certificateAbout',
    synonyms: 'settings.synonyms.certificate',
  },
  'pbx.method': {
    group: 'connection',
    label: 'settings.connection.method',
    help: 'settings.connection.methodHelp',
    options: { auto: 'settings.connection.methodAuto', POST: null, PUT: null },
  },
  'pbx.eventTimeZone': {
    group: 'connection',
    label: 'settings.connection.eventTimeZone',
    help: 'settings.connection.eventTimeZoneHelp',
    synonyms: 'settings.synonyms.timeZone',
  },
  'pbx.reportTimeZone': {
    group: 'connection',
    label: 'settings.connection.reportTimeZone',
    help: 'settings.connection.reportTimeZoneHelp',
    synonyms: 'settings.synonyms.timeZone',
  },
  'pbx.allowPlainHttp': {
    group: 'connection',
    label: 'settings.connection.allowPlainHttp',
    help: 'settings.connection.allowPlainHttpHelp',
    synonyms: 'settings.synonyms.plainHttp',
  },
  profiles: {
    group: 'connection',
    label: 'settings.profiles.label',
    help: 'settings.profiles.help',
    synonyms: 'settings.synonyms.profiles',
  },
  'identity.caller': {
    group: 'identity',
    label: 'settings.identity.caller',
    help: 'settings.identity.callerHelp',
    synonyms: 'settings.synonyms.caller',
  },
  'identity.callerId': {
    group: 'identity',
    label: 'settings.identity.callerId',
    help: 'settings.identity.callerIdHelp',
    synonyms: 'settings.synonyms.callerId',
  },
  'identity.dialplanContext': {
    group: 'identity',
    label: 'settings.identity.dialplanContext',
    help: 'settings.identity.dialplanContextHelp',
    synonyms: 'settings.synonyms.context',
  },
  'identity.trunkName': {
    group: 'identity',
    label: 'settings.identity.trunkName',
    help: 'settings.identity.trunkNameHelp',
    synonyms: 'settings.synonyms.trunk',
  },
  'identity.favouriteTrunks': {
    group: 'identity',
    label: 'settings.identity.favouriteTrunks',
    help: 'settings.identity.favouriteTrunksHelp',
    synonyms: 'settings.synonyms.favouriteTrunks',
  },
  'identity.countryCode': {
    group: 'identity',
    label: 'settings.identity.countryCode',
    help: 'settings.identity.countryCodeHelp',
    synonyms: 'settings.synonyms.countryCode',
  },
  'identity.timeoutSeconds': {
    group: 'identity',
    label: 'settings.identity.timeout',
    help: 'settings.identity.timeoutHelp',
    synonyms: 'settings.synonyms.timeout',
  },
  'identity.callLimitSeconds': {
    group: 'identity',
    label: 'settings.identity.callLimit',
    help: 'settings.identity.callLimitHelp',
    synonyms: 'settings.synonyms.callLimit',
  },
  'callLimit.beforeEndSeconds': {
    group: 'callLimit',
    label: 'settings.callLimit.beforeEnd',
    help: 'settings.callLimit.beforeEndHelp',
    synonyms: 'settings.synonyms.warning',
  },
  'callLimit.repeatEverySeconds': {
    group: 'callLimit',
    label: 'settings.callLimit.repeat',
    help: 'settings.callLimit.repeatHelp',
    synonyms: 'settings.synonyms.warning',
  },
  'listener.enabled': {
    group: 'events',
    label: 'settings.events.enabled',
    help: 'settings.events.enabledHelp',
    synonyms: 'settings.synonyms.listener',
  },
  'events.setUp': {
    group: 'events',
    label: 'settings.events.setUp',
    help: 'settings.events.setUpHelp',
    synonyms: 'settings.synonyms.setUp',
  },
  'events.arrived': {
    group: 'events',
    label: 'settings.events.arrived',
    help: 'settings.events.arrivedHelp',
    synonyms: 'settings.synonyms.arrived',
  },
  'listener.host': {
    group: 'events',
    label: 'settings.events.host',
    help: 'settings.events.hostHelp',
    synonyms: 'settings.synonyms.listenOn',
  },
  'listener.port': {
    group: 'events',
    label: 'settings.events.port',
    help: 'settings.events.portHelp',
    synonyms: 'settings.synonyms.port',
  },
  'listener.path': { group: 'events', label: 'settings.events.path', help: 'settings.events.pathHelp' },
  'listener.allowFrom': {
    group: 'events',
    label: 'settings.events.allowFrom',
    help: 'settings.events.allowFromHelp',
    synonyms: 'settings.synonyms.allowFrom',
  },
  'events.credentials': {
    group: 'events',
    label: 'settings.events.credentials',
    help: 'settings.events.credentialsHelp',
    synonyms: 'settings.synonyms.password',
  },
  'contacts.import': {
    group: 'contacts',
    label: 'settings.contacts.import',
    help: 'settings.contacts.importHelp',
    synonyms: 'settings.synonyms.import',
  },
  'contacts.imports': {
    group: 'contacts',
    label: 'settings.contacts.imports',
    help: 'settings.contacts.importsHelp',
    synonyms: 'settings.synonyms.import',
  },
  'contacts.export': {
    group: 'contacts',
    label: 'settings.contacts.export',
    help: 'settings.contacts.exportHelp',
    synonyms: 'settings.synonyms.export',
  },
  'recordings.keptMegabytes': {
    group: 'recordings',
    label: 'settings.recordings.kept',
    help: 'settings.recordings.keptHelp',
    synonyms: 'settings.synonyms.recordings',
  },
  'recording.clear': {
    group: 'recordings',
    label: 'settings.recordings.clear',
    help: 'settings.recordings.clearHelp',
    synonyms: 'settings.synonyms.recordings',
  },
  'keeping.backups': {
    group: 'keeping',
    label: 'keeping.backups',
    help: 'settings.keeping.backupsHelp',
    synonyms: 'settings.synonyms.backups',
  },
  'keeping.months': {
    group: 'keeping',
    label: 'settings.keeping.months',
    help: 'settings.keeping.monthsHelp',
    synonyms: 'settings.synonyms.removal',
  },
  'keeping.megabytes': {
    group: 'keeping',
    label: 'settings.keeping.size',
    help: 'settings.keeping.sizeHelp',
    synonyms: 'settings.synonyms.removal',
  },
  'links.programs': {
    group: 'links',
    label: 'settings.links.programs',
    help: 'settings.links.programsHelp',
    synonyms: 'settings.synonyms.links',
  },
  'commandLine.mayCall': {
    group: 'links',
    label: 'settings.links.mayCall',
    help: 'settings.links.mayCallHelp',
    synonyms: 'settings.synonyms.commandLine',
  },
  'screenPop.allowedHosts': {
    group: 'screenPop',
    label: 'screenPop.allowedHosts',
    help: 'screenPop.allowedHostsHelp',
    synonyms: 'screenPop.synonyms.hosts',
  },
  'screenPop.colleagues': {
    group: 'screenPop',
    label: 'screenPop.colleagues',
    help: 'screenPop.colleaguesHelp',
    synonyms: 'screenPop.synonyms.colleagues',
  },
  'screenPop.incomingRinging': {
    group: 'screenPop',
    label: 'screenPop.slot.incomingRinging',
    help: 'screenPop.slotHelp.incomingRinging',
    synonyms: 'screenPop.synonyms.template',
  },
  'screenPop.incomingAnswered': {
    group: 'screenPop',
    label: 'screenPop.slot.incomingAnswered',
    help: 'screenPop.slotHelp.incomingAnswered',
    synonyms: 'screenPop.synonyms.template',
  },
  'screenPop.incomingEnded': {
    group: 'screenPop',
    label: 'screenPop.slot.incomingEnded',
    help: 'screenPop.slotHelp.incomingEnded',
    synonyms: 'screenPop.synonyms.template',
  },
  'screenPop.incomingClick': {
    group: 'screenPop',
    label: 'screenPop.slot.incomingClick',
    help: 'screenPop.slotHelp.incomingClick',
    synonyms: 'screenPop.synonyms.template',
  },
  'screenPop.outgoingRinging': {
    group: 'screenPop',
    label: 'screenPop.slot.outgoingRinging',
    help: 'screenPop.slotHelp.outgoingRinging',
    synonyms: 'screenPop.synonyms.template',
  },
  'screenPop.outgoingAnswered': {
    group: 'screenPop',
    label: 'screenPop.slot.outgoingAnswered',
    help: 'screenPop.slotHelp.outgoingAnswered',
    synonyms: 'screenPop.synonyms.template',
  },
  'screenPop.outgoingEnded': {
    group: 'screenPop',
    label: 'screenPop.slot.outgoingEnded',
    help: 'screenPop.slotHelp.outgoingEnded',
    synonyms: 'screenPop.synonyms.template',
  },
  'screenPop.outgoingClick': {
    group: 'screenPop',
    label: 'screenPop.slot.outgoingClick',
    help: 'screenPop.slotHelp.outgoingClick',
    synonyms: 'screenPop.synonyms.template',
  },
  'secrets.protection': {
    group: 'secrets',
    label: 'settings.secrets.state',
    help: 'settings.about.secrets',
    synonyms: 'settings.synonyms.secrets',
  },
  'secrets.allowUnprotected': {
    group: 'secrets',
    label: 'settings.secrets.allow',
    help: 'settings.secrets.allowHelp',
    synonyms: 'settings.synonyms.secrets',
  },
  'hotkeys.quickDial': {
    group: 'hotkeys',
    label: 'settings.hotkeys.quickDial',
    help: 'settings.hotkeys.quickDialHelp',
    synonyms: 'settings.synonyms.hotkey',
  },
  'hotkeys.dialSelection': {
    group: 'hotkeys',
    label: 'settings.hotkeys.dialSelection',
    help: 'settings.hotkeys.dialSelectionHelp',
    synonyms: 'settings.synonyms.hotkey',
  },
  'hotkeys.redial': {
    group: 'hotkeys',
    label: 'settings.hotkeys.redial',
    help: 'settings.hotkeys.redialHelp',
    synonyms: 'settings.synonyms.hotkey',
  },
  'hotkeys.showCall': {
    group: 'hotkeys',
    label: 'settings.hotkeys.showCall',
    help: 'settings.hotkeys.showCallHelp',
    synonyms: 'settings.synonyms.hotkey',
  },
  'pausing.hotkeys': {
    group: 'hotkeys',
    label: 'settings.hotkeys.paused',
    help: 'settings.hotkeys.pausedHelp',
    synonyms: 'settings.synonyms.hotkey',
  },
  'hotkeys.direct': {
    group: 'hotkeys',
    label: 'settings.hotkeys.direct',
    help: 'settings.hotkeys.directHelp',
    synonyms: 'settings.synonyms.direct',
  },
  'ui.language': {
    group: 'appearance',
    label: 'settings.appearance.language',
    help: 'settings.appearance.languageHelp',
    synonyms: 'settings.synonyms.language',
  },
  'ui.theme': {
    group: 'appearance',
    label: 'settings.appearance.theme',
    help: 'settings.appearance.themeHelp',
    synonyms: 'settings.synonyms.theme',
    options: {
      system: 'settings.appearance.themeSystem',
      light: 'settings.appearance.themeLight',
      dark: 'settings.appearance.themeDark',
    },
  },
  'ui.calendar': {
    group: 'appearance',
    label: 'settings.appearance.calendar',
    help: 'settings.appearance.calendarHelp',
    synonyms: 'settings.synonyms.calendar',
    options: {
      gregorian: 'settings.appearance.calendarGregorian',
      persian: 'settings.appearance.calendarPersian',
    },
  },
  'ui.digits': {
    group: 'appearance',
    label: 'settings.appearance.digits',
    help: 'settings.appearance.digitsHelp',
    synonyms: 'settings.synonyms.digits',
    options: {
      language: 'settings.appearance.digitsLanguage',
      latin: 'settings.appearance.digitsLatin',
    },
  },
  'ui.zoomPercent': {
    group: 'appearance',
    label: 'settings.appearance.zoom',
    help: 'settings.appearance.zoomHelp',
    synonyms: 'settings.synonyms.zoom',
  },
  'desktop.keepInTray': {
    group: 'desktop',
    label: 'settings.desktop.keepInTray',
    help: 'settings.desktop.keepInTrayHelp',
    synonyms: 'settings.synonyms.tray',
  },
  'desktop.startWithSystem': {
    group: 'desktop',
    label: 'settings.desktop.startWithSystem',
    help: 'settings.desktop.startWithSystemHelp',
    synonyms: 'settings.synonyms.autostart',
  },
  'notifications.incoming': {
    group: 'notifications',
    label: 'settings.notifications.incoming',
    help: 'settings.notifications.incomingHelp',
    synonyms: 'settings.synonyms.notify',
  },
  'notifications.missed': {
    group: 'notifications',
    label: 'settings.notifications.missed',
    help: 'settings.notifications.missedHelp',
    synonyms: 'settings.synonyms.notify',
  },
  'notifications.failed': {
    group: 'notifications',
    label: 'settings.notifications.failed',
    help: 'settings.notifications.failedHelp',
    synonyms: 'settings.synonyms.notify',
  },
  'notifications.connection': {
    group: 'notifications',
    label: 'settings.notifications.connection',
    help: 'settings.notifications.connectionHelp',
    synonyms: 'settings.synonyms.notify',
  },
  'notifications.followUp': {
    group: 'notifications',
    label: 'settings.notifications.followUp',
    help: 'settings.notifications.followUpHelp',
    synonyms: 'settings.synonyms.followUp',
  },
  'notifications.quietHours': {
    group: 'notifications',
    label: 'settings.notifications.quietHours',
    help: 'settings.notifications.quietHoursHelp',
    synonyms: 'settings.synonyms.quiet',
    options: {
      off: 'settings.notifications.quietOff',
      all: 'settings.notifications.quietAll',
      'all-but-incoming': 'settings.notifications.quietButIncoming',
    },
  },
  'notifications.quietFrom': {
    group: 'notifications',
    label: 'settings.notifications.quietFrom',
    help: 'settings.notifications.quietFromHelp',
    synonyms: 'settings.synonyms.quiet',
  },
  'notifications.quietTo': {
    group: 'notifications',
    label: 'settings.notifications.quietTo',
    help: 'settings.notifications.quietToHelp',
    synonyms: 'settings.synonyms.quiet',
  },
  'notification.test': {
    group: 'notifications',
    label: 'settings.notifications.test',
    help: 'settings.notifications.testHelp',
    synonyms: 'settings.synonyms.notify',
  },
  'afterCall.outcomes': {
    group: 'afterCall',
    label: 'settings.afterCall.outcomes',
    help: 'settings.afterCall.outcomesHelp',
    synonyms: 'settings.synonyms.outcomes',
  },
  'afterCall.awaits': {
    group: 'afterCall',
    label: 'settings.afterCall.awaits',
    help: 'settings.afterCall.awaitsHelp',
    synonyms: 'settings.synonyms.outcomes',
    options: {
      talked: 'settings.afterCall.awaitsTalked',
      placed: 'settings.afterCall.awaitsPlaced',
    },
  },
  'dialRules.rules': {
    group: 'dialRules',
    label: 'settings.dialRules.rules',
    help: 'settings.dialRules.rulesHelp',
    synonyms: 'settings.synonyms.dialRules',
  },
  'quietDialling.on': {
    group: 'dialRules',
    label: 'settings.dialRules.on',
    help: 'settings.dialRules.onHelp',
    synonyms: 'settings.synonyms.quiet',
  },
  'quietDialling.from': {
    group: 'dialRules',
    label: 'settings.dialRules.from',
    help: 'settings.dialRules.fromHelp',
    synonyms: 'settings.synonyms.quiet',
  },
  'quietDialling.to': {
    group: 'dialRules',
    label: 'settings.dialRules.to',
    help: 'settings.dialRules.toHelp',
    synonyms: 'settings.synonyms.quiet',
  },
  mode: { group: 'demo', label: 'settings.demo.label', help: 'settings.demo.off', synonyms: 'settings.synonyms.demo' },
  'diagnostics.doctor': {
    group: 'diagnostics',
    label: 'settings.diagnostics.doctor',
    help: 'settings.diagnostics.doctorHelp',
    synonyms: 'settings.synonyms.doctor',
  },
  'diagnostics.log': {
    group: 'diagnostics',
    label: 'settings.diagnostics.log',
    help: 'settings.diagnostics.logHelp',
    synonyms: 'settings.synonyms.log',
  },
  'program.update': {
    group: 'updates',
    label: 'settings.updates.state',
    help: 'settings.updates.stateHelp',
    synonyms: 'settings.synonyms.updates',
  },
  'updates.feed': {
    group: 'updates',
    label: 'settings.updates.feed',
    help: 'settings.updates.feedHelp',
    synonyms: 'settings.synonyms.updates',
  },
  'updates.key': {
    group: 'updates',
    label: 'settings.updates.key',
    help: 'settings.updates.keyHelp',
    synonyms: 'settings.synonyms.updates',
  },
  'updates.certificate': {
    group: 'updates',
    label: 'settings.updates.certificate',
    help: 'settings.updates.certificateHelp',
    synonyms: 'settings.synonyms.updates',
  },
  'about.versions': {
    group: 'about',
    label: 'settings.versions.label',
    help: 'settings.about.about',
    synonyms: 'settings.synonyms.versions',
  },
  'about.notices': {
    group: 'about',
    label: 'settings.notices.label',
    help: 'settings.notices.help',
    synonyms: 'settings.synonyms.notices',
  },
} as const satisfies Record<string, CatalogueEntry>;

export type SettingName = keyof typeof settingsCatalogue;

export const settingNames = Object.keys(settingsCatalogue) as readonly SettingName[];

export function settingOf(name: SettingName): CatalogueEntry {
  return settingsCatalogue[name];
}
