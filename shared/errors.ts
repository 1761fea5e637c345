import type { DialStop } from './domain/dial-findings.ts';

/**
 * Every failure a person can meet, as plain data with a stable `code`. The words live in `renderer/text`;
 * nothing here may hold a credential, a header or a stack.
 */
export type DialerError =
  | PbxError
  | DestinationError
  | LinkError
  | OriginateError
  | SettingsError
  | ContactError
  | FileError
  | RecordingError
  | KeepingError
  | LocalError;

/** What an account is kept from, as far as it matters to an agent. */
export type DeniedRight = 'calls' | 'trunks' | 'ping' | 'reports' | 'recordings' | 'other';

/** What went wrong between this computer and the PBX. `host` is host or host:port, never with credentials. */
export type PbxError =
  /** No network at all; says nothing of the PBX. */
  | { readonly code: 'computer-offline' }
  | { readonly code: 'pbx-not-configured' }
  | { readonly code: 'pbx-address-invalid'; readonly reason: PbxAddressProblem }
  | { readonly code: 'pbx-plain-http-public'; readonly host: string }
  | { readonly code: 'pbx-name-not-found'; readonly host: string }
  | { readonly code: 'pbx-unreachable'; readonly host: string }
  | { readonly code: 'pbx-connection-refused'; readonly host: string }
  | { readonly code: 'pbx-timeout'; readonly host: string; readonly phase: 'connect' | 'answer' | 'body' }
  /** Of a search in the reports: asked again and again, it took too long each time. */
  | { readonly code: 'reports-slow'; readonly host: string }
  | { readonly code: 'pbx-connection-lost'; readonly host: string }
  | {
      readonly code: 'pbx-bad-certificate';
      readonly host: string;
      readonly reason: 'self-signed' | 'untrusted' | 'expired' | 'wrong-host' | 'other';
    }
  | { readonly code: 'pbx-certificate-changed'; readonly host: string; readonly expectedFingerprint256: string }
  | { readonly code: 'pbx-tls-failed'; readonly host: string }
  | { readonly code: 'pbx-redirected'; readonly status: number; readonly targetHost: string | null }
  | { readonly code: 'pbx-wrong-path'; readonly status: number }
  | { readonly code: 'pbx-not-simotel'; readonly status: number; readonly excerpt: string }
  | { readonly code: 'pbx-answer-unreadable'; readonly status: number }
  | { readonly code: 'pbx-answer-too-large' }
  | { readonly code: 'pbx-server-error'; readonly status: number; readonly excerpt: string }
  | { readonly code: 'pbx-rate-limited'; readonly retryAfterSeconds: number | null }
  | { readonly code: 'pbx-bad-request'; readonly message: string }
  /** `missing`: the one that is not set; absent when more are, or the PBX misses one that it was not meant to get. */
  | { readonly code: 'pbx-credentials-missing'; readonly missing?: 'user' | 'password' | 'token' }
  | { readonly code: 'pbx-credentials-wrong'; readonly message: string }
  /** `service` is the PBX's name of the right, for the administrator who has to find it. */
  | { readonly code: 'pbx-access-denied'; readonly right: DeniedRight; readonly service: string }
  | { readonly code: 'pbx-ip-not-permitted' }
  | { readonly code: 'pbx-method-not-allowed'; readonly method: string }
  | { readonly code: 'pbx-unsupported-media-type' }
  | { readonly code: 'pbx-service-missing'; readonly service: string }
  | { readonly code: 'pbx-refused'; readonly message: string };

export type PbxAddressProblem =
  | 'empty'
  | 'unreadable'
  | 'scheme'
  | 'port'
  | 'query-or-fragment'
  | 'own-listener'
  | 'forbidden-host';

/** Why a typed text cannot be dialled. */
export type DestinationError = {
  readonly code: 'destination-invalid';
  readonly reason:
    | 'empty'
    | 'letters'
    | 'several-numbers'
    | 'plus-inside'
    | 'too-long'
    | 'too-short'
    | 'no-digits'
    | 'date';
};

/** Why a link of another program is not made anything of. */
export type LinkError = {
  readonly code: 'link-refused';
  readonly reason: 'too-long' | 'unreadable' | 'hidden-characters' | 'not-a-number' | 'not-dial' | 'parameter';
};

/** Why no originate request was sent although the number is fine. */
export type OriginateError =
  | { readonly code: 'caller-missing' }
  | { readonly code: 'caller-invalid' }
  | { readonly code: 'dialplan-context-missing' }
  | { readonly code: 'caller-trunk-missing' }
  | { readonly code: 'callee-is-caller' }
  | { readonly code: 'originate-in-flight' }
  /** A dial rule forbids it, in the words of whoever made the rule. */
  | { readonly code: 'dial-rule-blocked'; readonly rule: string; readonly reason: string }
  /** What a dial rule makes of the number is none. */
  | { readonly code: 'dial-rule-undialable'; readonly rule: string; readonly digits: string }
  /** Something speaks against the call; it is made when the agent saw each of these and asks for it nevertheless. */
  | { readonly code: 'dial-stopped'; readonly stops: readonly [DialStop, ...(readonly DialStop[])] }
  /** The program is coming to its end: nobody would hear what becomes of the call. */
  | { readonly code: 'program-ending' }
  | { readonly code: 'call-already-under-way'; readonly callId: string };

export type SettingsError =
  | { readonly code: 'settings-invalid'; readonly field: string; readonly reason: string }
  /** The administrator's file has it locked or hidden. */
  | { readonly code: 'settings-locked'; readonly setting: string }
  /** Another profile would leave a call unseen. */
  | { readonly code: 'profile-in-call' }
  | { readonly code: 'profile-name-empty' }
  | { readonly code: 'profile-name-taken'; readonly name: string }
  | { readonly code: 'provisioning-unreadable'; readonly file: string; readonly reason: string }
  | { readonly code: 'provisioning-invalid'; readonly field: string; readonly reason: string };

/** Why nothing is read out of a file of contacts, or none is written. */
export type FileError =
  | {
      readonly code: 'import-file';
      readonly reason: 'unreadable' | 'empty' | 'too-large' | 'workbook' | 'binary' | 'changed' | 'too-many';
    }
  | { readonly code: 'export-not-written'; readonly file: string }
  /** One thing at a time is done with files. */
  | { readonly code: 'exchange-busy' };

/** Why a recording cannot be heard. Where no PBX was met its own errors tell why. */
export type RecordingError =
  /** The PBX has the file no more. */
  | { readonly code: 'recording-missing' }
  | { readonly code: 'recording-empty' }
  | { readonly code: 'recording-not-audio' }
  | { readonly code: 'recording-too-large'; readonly megabytes: number }
  | { readonly code: 'recording-refused'; readonly message: string }
  | { readonly code: 'recording-broke-off' }
  /** What came cannot be played, although it looked so. */
  | { readonly code: 'recording-not-played' }
  /** This computer could not write it down. */
  | { readonly code: 'recording-not-kept' }
  | { readonly code: 'recording-not-saved'; readonly file: string };

/** Why the database is not copied, or a copy not put in its place. */
export type KeepingError =
  | { readonly code: 'backup-no-room' }
  | { readonly code: 'backup-failed'; readonly reason: string }
  /** The backup that was chosen. */
  | { readonly code: 'backup-damaged' }
  | { readonly code: 'history-damaged' }
  /** Neither good nor bad: it could not be read now. */
  | { readonly code: 'check-failed' }
  /** A backup is made, the database is read through, or old calls are removed. */
  | { readonly code: 'keeping-busy' }
  | { readonly code: 'not-found' };

/** Why contacts stay as they are. */
export type ContactError =
  /** Neither a name nor a company nor a number. */
  | { readonly code: 'contact-empty' }
  /** One of its numbers has no digit. */
  | { readonly code: 'contact-number-invalid'; readonly written: string }
  /** It is of the PBX's directory, and changed there. */
  | { readonly code: 'contact-read-only' }
  /** All of them together have more numbers or words than one contact may have. */
  | { readonly code: 'contact-too-large' }
  /** It was deleted meanwhile. */
  | { readonly code: 'contact-gone' }
  /** Too much happened since; what was done can no longer be taken back. */
  | { readonly code: 'contact-undo-gone' };

export type LocalError =
  | { readonly code: 'secrets-locked' }
  | { readonly code: 'secrets-not-saved' }
  | { readonly code: 'storage-failed' }
  | { readonly code: 'input-invalid'; readonly field: string }
  /** The system did not let itself be told to start the program; `reason` is its own code or word. */
  | { readonly code: 'start-with-system-refused'; readonly reason: string }
  /** This computer has no program that opens addresses. */
  | { readonly code: 'opener-missing' }
  | { readonly code: 'page-not-opened' }
  | { readonly code: 'pages-too-many'; readonly calls: number; readonly seconds: number }
  | { readonly code: 'not-found' }
  | { readonly code: 'internal'; readonly incidentId: string };
