import type { ErrorTexts } from '../error-text-key.ts';

export const errors: ErrorTexts = {
  'computer-offline': {
    message: 'This computer is offline.',
    nextStep: 'Connect the network cable, Wi-Fi or VPN. Dialdesk goes on by itself.',
  },
  'pbx-not-configured': {
    message: 'No phone system is set up yet.',
    nextStep: 'Enter the address of your Simotel in Settings, Connection.',
  },
  'pbx-address-invalid/empty': {
    message: 'The address is empty.',
    nextStep: 'Type the address of your Simotel, for example 192.168.1.10.',
  },
  'pbx-address-invalid/unreadable': {
    message: 'This cannot be read as an address.',
    nextStep: 'Type a name or an IP address, with a port if you need one, for example 192.168.1.10:8080.',
  },
  'pbx-address-invalid/scheme': {
    message: 'The address begins with something other than http or https.',
    nextStep: 'Leave the beginning out or use https.',
  },
  'pbx-address-invalid/port': {
    message: 'The port is not a number between 1 and 65535.',
    nextStep: 'Correct the number after the colon, or leave it out.',
  },
  'pbx-address-invalid/query-or-fragment': {
    message: 'The address holds a ? or a # and cannot be used.',
    nextStep: 'Remove everything from that sign on.',
  },
  'pbx-address-invalid/own-listener': {
    message: 'This is where Dialdesk itself waits for events.',
    nextStep: 'Type the address of the phone system instead.',
  },
  'pbx-address-invalid/forbidden-host': {
    message: 'Dialdesk does not send requests to this address.',
    nextStep: 'Type the address of the phone system in your network.',
  },
  'pbx-plain-http-public': {
    message: '{{host}} is outside your private network and the connection would not be encrypted.',
    nextStep: 'Use an https address, or allow it in Settings, Connection.',
  },
  'pbx-name-not-found': {
    message: 'The name {{host}} was not found.',
    nextStep: 'Check the spelling, or use the IP address.',
  },
  'pbx-unreachable': {
    message: '{{host}} cannot be reached from this computer.',
    nextStep: 'Check the network cable, Wi-Fi or VPN, then try again.',
  },
  'pbx-connection-refused': {
    message: '{{host}} answers, but nothing listens on that port.',
    nextStep: 'Check the port number, and that the API is switched on in Simotel.',
  },
  'pbx-timeout/connect': {
    message: '{{host}} did not respond in time.',
    nextStep: 'Check the address and the network, then try again.',
  },
  'pbx-timeout/answer': {
    message: '{{host}} took the request but did not answer in time.',
    nextStep: 'The phone system may be busy. Look at your phone before you try again.',
  },
  'pbx-timeout/body': {
    message: 'The answer of {{host}} stopped half-way.',
    nextStep: 'Check the network, then try again.',
  },
  'reports-slow': {
    message: '{{host}} took too long to answer for the reports.',
    nextStep: 'Try again when the phone system is less busy; what is missing stays in the list as a gap.',
  },
  'pbx-connection-lost': {
    message: 'The connection to {{host}} broke off.',
    nextStep:
      'Check the network, and whether the address has to begin with https. If you were calling, look at your phone before you call again.',
  },
  'pbx-bad-certificate/self-signed': {
    message: '{{host}} uses a certificate that it signed itself.',
    nextStep: 'Compare its fingerprint with the one on the PBX before you trust it.',
  },
  'pbx-bad-certificate/untrusted': {
    message: 'The certificate of {{host}} was not issued by anyone this computer trusts.',
    nextStep: 'Compare its fingerprint with the one on the PBX before you trust it.',
  },
  'pbx-bad-certificate/expired': {
    message: 'The certificate of {{host}} has expired.',
    nextStep: 'Ask your administrator to renew it, and check the clock of this computer.',
  },
  'pbx-bad-certificate/wrong-host': {
    message: 'The certificate belongs to another name than {{host}}.',
    nextStep: 'Use the name the certificate was made for, or ask your administrator.',
  },
  'pbx-bad-certificate/other': {
    message: 'The certificate of {{host}} is not acceptable.',
    nextStep: 'Ask your administrator to look at the certificate.',
  },
  'pbx-certificate-changed': {
    message: '{{host}} presents another certificate than the one you trusted.',
    nextStep: 'Nothing was sent. Ask your administrator whether it was renewed before you trust the new one.',
  },
  'pbx-tls-failed': {
    message: 'No encrypted connection to {{host}} could be made.',
    nextStep: 'Check whether the address needs http instead of https, or another port.',
  },
  'pbx-redirected': {
    message: 'The phone system sent us on to {{targetHost}} (status {{status}}). Dialdesk does not follow.',
    nextStep: 'If that address is right, enter it in Settings, Connection.',
  },
  'pbx-wrong-path': {
    message: 'A web server answers, but there is no Simotel API at this path (status {{status}}).',
    nextStep: 'Check the path of the address; Simotel uses /api/v4 or /api/v4.1.',
  },
  'pbx-not-simotel': {
    message: 'What answers there is not a Simotel API (status {{status}}).',
    nextStep: 'Check address and port. A router or a web page may be answering instead.',
  },
  'pbx-answer-unreadable': {
    message: 'The phone system answered in a form Dialdesk cannot read (status {{status}}).',
    nextStep: 'Try again. If it stays so, tell your administrator.',
  },
  'pbx-answer-too-large': {
    message: 'The answer of the phone system is larger than Dialdesk accepts.',
    nextStep: 'Check that the address belongs to your Simotel.',
  },
  'pbx-server-error': {
    message: 'The phone system has a fault of its own (status {{status}}).',
    nextStep: 'Wait a moment and try again. If it stays so, tell your administrator.',
  },
  'pbx-rate-limited': {
    message: 'The phone system asks for fewer requests.',
    nextStep: 'Wait a minute and try again.',
  },
  'pbx-bad-request': {
    message: 'The phone system did not accept the request: {{message}}',
    nextStep: 'Check caller, context and trunk in Settings, Identity.',
  },
  'pbx-credentials-missing': {
    message: 'User name, password or token is missing.',
    nextStep: 'Enter what the API account in Simotel asks for.',
  },
  'pbx-credentials-missing/user': {
    message: 'The user name is missing.',
    nextStep: 'Enter that of the API account in Simotel.',
  },
  'pbx-credentials-missing/password': {
    message: 'The password is missing.',
    nextStep: 'Enter that of the API account in Simotel.',
  },
  'pbx-credentials-missing/token': {
    message: 'The token is missing.',
    nextStep: 'Enter that of the API account in Simotel, or choose to sign in without one.',
  },
  'pbx-credentials-wrong': {
    message: 'The phone system does not accept this user, password or token.',
    nextStep: 'Type them again. They are those of the API account, not of your phone.',
  },
  'pbx-access-denied/calls': {
    message: 'The account may not place calls.',
    nextStep: 'Ask your administrator to allow calls for the API account in Simotel.',
  },
  'pbx-access-denied/trunks': {
    message: 'The account may not list the trunks.',
    nextStep: 'Ask your administrator to allow it for the API account in Simotel. Until then type the name by hand.',
  },
  'pbx-access-denied/ping': {
    message: 'The account may not test the connection.',
    nextStep: 'Calls may work all the same. Ask your administrator to allow the test for the API account in Simotel.',
  },
  'pbx-access-denied/recordings': {
    message: 'The account may not download recordings.',
    nextStep: 'Ask your administrator to allow it for the API account in Simotel.',
  },
  'pbx-access-denied/reports': {
    message: 'The account may not read reports.',
    nextStep: 'Ask your administrator to allow the call reports for the API account in Simotel.',
  },
  'pbx-access-denied/other': {
    message: 'The account may not use this part of Simotel.',
    nextStep: 'Ask your administrator to allow it for the API account in Simotel.',
  },
  'pbx-ip-not-permitted': {
    message: 'The phone system does not accept requests from this computer.',
    nextStep: 'Ask your administrator to add the address of this computer to the API account.',
  },
  'pbx-method-not-allowed': {
    message: 'The phone system does not accept {{method}} requests.',
    nextStep: 'Set the method to automatic in Settings, Connection.',
  },
  'pbx-unsupported-media-type': {
    message: 'The phone system does not take requests in JSON.',
    nextStep: 'Check the version of the API in the address.',
  },
  'pbx-service-missing': {
    message: 'This Simotel has no {{service}}.',
    nextStep: 'Check the version of the API in the address, for example /api/v4.',
  },
  'pbx-refused': {
    message: 'The phone system refused: {{message}}',
    nextStep: 'Check number, trunk and context.',
  },
  'destination-invalid/empty': { message: 'There is no number yet.', nextStep: 'Type or paste a number.' },
  'destination-invalid/date': {
    message: 'There is a date in this.',
    nextStep: 'Leave only a number, without signs between its digits.',
  },
  'destination-invalid/letters': {
    message: 'Letters cannot be dialled.',
    nextStep: 'Leave only the number.',
  },
  'destination-invalid/several-numbers': {
    message: 'This looks like more than one number.',
    nextStep: 'Leave only one.',
  },
  'destination-invalid/plus-inside': {
    message: 'A + may stand only at the beginning.',
    nextStep: 'Remove it or move it to the front.',
  },
  'destination-invalid/too-long': {
    message: 'This is too long for a number.',
    nextStep: 'Check it for extra digits, or for a second number.',
  },
  'destination-invalid/too-short': {
    message: 'The number is not complete.',
    nextStep: 'Type the rest of it.',
  },
  'destination-invalid/no-digits': {
    message: 'There are no digits in this.',
    nextStep: 'Type or paste a number.',
  },
  'link-refused/too-long': {
    message: 'It is longer than any link to a number.',
    nextStep: 'Copy the number and paste it here.',
  },
  'link-refused/unreadable': {
    message: 'It is damaged and cannot be read.',
    nextStep: 'Copy the number and paste it here.',
  },
  'link-refused/hidden-characters': {
    message: 'It holds hidden characters, which can make a number look like another.',
    nextStep: 'Type the number by hand.',
  },
  'link-refused/not-a-number': {
    message: 'There is no telephone number in it.',
    nextStep: 'Type the number, or copy it and paste it here.',
  },
  'link-refused/not-dial': {
    message: 'Dialdesk does not know what it asks for.',
    nextStep: 'Links of its own begin with dialdesk://dial/ and the number.',
  },
  'link-refused/parameter': {
    message: 'What it says besides the number cannot be right.',
    nextStep: 'Copy the number and paste it here.',
  },
  'caller-missing': {
    message: 'Dialdesk does not know your own phone yet.',
    nextStep: 'Enter your extension in Settings, Identity. It is rung first.',
  },
  'caller-invalid': {
    message: 'Your own number cannot be dialled as it is written.',
    nextStep: 'Correct it in Settings, Identity.',
  },
  'dialplan-context-missing': {
    message: 'The dial-plan context is empty.',
    nextStep: 'Enter it in Settings, Identity; Simotel often calls it main_routing.',
  },
  'caller-trunk-missing': {
    message: 'Your own phone is an outside number and needs a trunk.',
    nextStep: 'Choose a trunk here or in Settings, Identity.',
  },
  'callee-is-caller': {
    message: 'This is your own number.',
    nextStep: 'Type the number of the other party.',
  },
  'program-ending': {
    message: 'Dialdesk is closing, so nothing was dialled.',
    nextStep: 'Start it again to call.',
  },
  'dial-rule-blocked': {
    message: 'Rule {{rule}} blocks this number ({{reason}}).',
    nextStep: 'Call another number, or change the rule in Settings, Dial rules.',
  },
  'dial-rule-undialable': {
    message: 'Rule {{rule}} makes no number of it.',
    nextStep: 'Correct the rule in Settings, Dial rules, or dial literally.',
  },
  'dial-stopped/pbx-unreachable': {
    message: 'The phone system cannot be reached now.',
    nextStep: 'Wait for the connection, or try it anyway.',
  },
  'dial-stopped/own-phone-unavailable': {
    message: 'Your own phone is not connected to the phone system.',
    nextStep: 'Look at your phone, or call anyway.',
  },
  'dial-stopped/own-phone-in-use': {
    message: 'Your own phone is in use.',
    nextStep: 'End that call first, or call anyway.',
  },
  'dial-stopped/trunk-unavailable': {
    message: 'Trunk {{trunkName}} is down.',
    nextStep: 'Choose another trunk, or call anyway.',
  },
  'dial-stopped/trunk-missing': {
    message: 'Trunk {{trunkName}} is not on this phone system.',
    nextStep: 'Choose another trunk, correct the rule or setting, or call anyway.',
  },
  'dial-stopped/do-not-call': {
    message: '{{name}} is marked do not call.',
    nextStep: 'Leave it, or call anyway.',
  },
  'dial-stopped/blacklisted': {
    message: 'The number is on the blacklist of the phone system.',
    nextStep: 'Leave it, or call anyway.',
  },
  'dial-stopped/not-checked': {
    message: 'Whether this number must not be called could not be checked.',
    nextStep: 'Try again in a moment, or call anyway.',
  },
  'dial-stopped/quiet-hours': {
    message: 'No calls to the outside until {{until}}.',
    nextStep: 'Call later, or call anyway.',
  },
  'originate-in-flight': {
    message: 'A call is being placed already.',
    nextStep: 'Wait for the answer of the phone system.',
  },
  'call-already-under-way': {
    message: 'A call to this number is already under way.',
    nextStep: 'Look at your phone, or wait until it has ended.',
  },
  'settings-invalid': {
    message: 'The value for {{field}} cannot be used: {{reason}}',
    nextStep: 'Correct it. The old value stays until then.',
  },
  'settings-locked': {
    message: 'This is set by your administrator ({{setting}}).',
    nextStep: 'Ask your administrator if it should be different.',
  },
  'profile-in-call': {
    message: 'A call is under way.',
    nextStep: 'End it first: from another profile Dialdesk would not see how it goes on.',
  },
  'profile-name-empty': {
    message: 'There is nothing to see in this name.',
    nextStep: 'Give the profile a name of letters or digits.',
  },
  'profile-name-taken': {
    message: 'Another profile is called {{name}}.',
    nextStep: 'Choose another name, so that the two can be told apart.',
  },
  'provisioning-unreadable': {
    message: 'The set-up file {{file}} cannot be read: {{reason}}',
    nextStep: 'Your settings were left as they were. Tell your administrator.',
  },
  'provisioning-invalid': {
    message: 'The set-up file has a mistake at {{field}}: {{reason}}',
    nextStep: 'Your settings were left as they were. Tell your administrator.',
  },
  'import-file/unreadable': {
    message: 'The file cannot be read.',
    nextStep: 'Check that it is still there and that you may open it, then choose it again.',
  },
  'import-file/empty': {
    message: 'There is nothing in this file.',
    nextStep: 'Export the contacts once more from the program that they are in.',
  },
  'import-file/too-large': {
    message: 'The file is larger than 200 MB.',
    nextStep: 'Leave pictures out when you export, or part it into smaller files.',
  },
  'import-file/workbook': {
    message: 'This is a workbook, not a text file.',
    nextStep: 'Open it in Excel and save it as CSV UTF-8, then choose that file.',
  },
  'import-file/binary': {
    message: 'This is not a file of contacts.',
    nextStep: 'Choose a CSV or vCard file.',
  },
  'import-file/changed': {
    message: 'The file was changed since you chose it.',
    nextStep: 'Choose it again.',
  },
  'import-file/too-many': {
    message: 'There are more than 250,000 contacts in this file.',
    nextStep: 'Part it into smaller files. Nothing was imported.',
  },
  'export-not-written': {
    message: '{{file}} could not be written.',
    nextStep: 'Check that the folder may be written to and that the disk is not full, or choose another place.',
  },
  'exchange-busy': {
    message: 'Another import or export is still going on.',
    nextStep: 'Wait until it is done, or cancel it.',
  },
  'recording-missing': {
    message: 'The phone system does not have this recording any more.',
    nextStep: 'Recordings are often deleted there after some time. Ask your administrator whether there is a copy.',
  },
  'recording-empty': {
    message: 'The recording has nothing in it.',
    nextStep: 'Nobody may have spoken, or recording failed. Ask your administrator if it happens often.',
  },
  'recording-not-audio': {
    message: 'What the phone system sent is no audio.',
    nextStep: 'Try again. If it stays so, tell your administrator.',
  },
  'recording-too-large': {
    message: 'The recording is larger than {{megabytes}} MB.',
    nextStep: 'Ask your administrator for the file.',
  },
  'recording-refused': {
    message: 'The phone system did not hand out the recording: {{message}}',
    nextStep: 'Try again. If it stays so, tell your administrator.',
  },
  'recording-broke-off': {
    message: 'The recording broke off on its way here.',
    nextStep: 'Check the network, then try again.',
  },
  'recording-not-played': {
    message: 'The recording cannot be played.',
    nextStep: 'It may be damaged. Try again; it is fetched anew.',
  },
  'recording-not-kept': {
    message: 'The recording could not be written to this computer.',
    nextStep: 'Check that the disk is not full, then try again.',
  },
  'recording-not-saved': {
    message: '{{file}} could not be written.',
    nextStep: 'Check that the folder may be written to and that the disk is not full, or choose another place.',
  },
  'contact-empty': {
    message: 'This contact has neither a name nor a company nor a number.',
    nextStep: 'Type one of them.',
  },
  'contact-number-invalid': {
    message: '“{{written}}” holds no digit and cannot be called.',
    nextStep: 'Correct the number or remove it.',
  },
  'contact-read-only': {
    message: 'This contact comes from the phone system and cannot be changed here.',
    nextStep: 'Ask your administrator, or save a contact of your own with the same number.',
  },
  'contact-too-large': {
    message: 'Together they have too many numbers or too long a note for one contact.',
    nextStep: 'Merge fewer of them at once.',
  },
  'contact-gone': {
    message: 'This contact is not there any more.',
    nextStep: 'Search for it again, or save it as a new one.',
  },
  'contact-undo-gone': {
    message: 'This can no longer be undone.',
    nextStep: 'Change the contact by hand, or enter it again.',
  },
  'backup-no-room': {
    message: 'There is too little room on the disk for a backup.',
    nextStep: 'Free twice the size of the history, then try again.',
  },
  'backup-failed': {
    message: 'The backup was not made ({{reason}}).',
    nextStep: 'Look at the folder of the backups, then try again.',
  },
  'backup-damaged': {
    message: 'This backup is damaged.',
    nextStep: 'Choose another one.',
  },
  'history-damaged': {
    message: 'The call history is damaged, so no backup was made.',
    nextStep: 'Choose “Mend now” in the notice at the top.',
  },
  'check-failed': {
    message: 'The call history could not be read through now.',
    nextStep: 'Check its disk, then try again.',
  },
  'keeping-busy': {
    message: 'A backup, a check or a removal of old calls is under way.',
    nextStep: 'Try again in a minute.',
  },
  'secrets-locked': {
    message: 'The saved password cannot be opened now.',
    nextStep: 'Unlock the keychain of this computer and start again, or type the password once more.',
  },
  'secrets-not-saved': {
    message: 'The password could not be saved.',
    nextStep: 'Look at Settings, Secrets.',
  },
  'storage-failed': {
    message: 'The call history cannot be read or written.',
    nextStep: 'Check that the disk is not full, then start Dialdesk again.',
  },
  'input-invalid': {
    message: 'The value for {{field}} cannot be used.',
    nextStep: 'Correct it and try again.',
  },
  'start-with-system-refused': {
    message: 'The system did not take the change ({{reason}}).',
    nextStep: 'Change it in the settings of your desktop, or ask your administrator.',
  },
  'opener-missing': {
    message: 'This computer has no program that opens web pages.',
    nextStep: 'Ask your administrator to install xdg-utils, which has xdg-open in it.',
  },
  'page-not-opened': {
    message: 'The system did not open the page.',
    nextStep: 'Check which browser is set as the usual one, then try again.',
  },
  'pages-too-many': {
    message: 'Pages of at most {{calls}} calls are opened in {{seconds}} seconds.',
    nextStep: 'Wait a moment, then open the page from the call or from the history.',
  },
  'not-found': { message: 'This is no longer there.', nextStep: 'Open the view again.' },
  internal: {
    message: 'Something went wrong inside Dialdesk (incident {{incidentId}}).',
    nextStep: 'Try again. If it happens again, give the incident number to your administrator.',
  },
};
