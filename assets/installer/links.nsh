; Windows shows a program among the default apps only if its installer names what it can open. What opens is the person's choice.

!define LINKS_CAPABILITIES "Software\Dialdesk\Capabilities"

!macro registerLinks SCHEME
  WriteRegStr SHELL_CONTEXT "${LINKS_CAPABILITIES}\URLAssociations" "${SCHEME}" "Dialdesk.${SCHEME}"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Dialdesk.${SCHEME}" "" "URL:${SCHEME}"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Dialdesk.${SCHEME}" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\Dialdesk.${SCHEME}\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  ; Behind a bare -- nothing of a link can be a switch.
  WriteRegStr SHELL_CONTEXT "Software\Classes\Dialdesk.${SCHEME}\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "--" "%1"'
!macroend

!macro forgetLinks SCHEME
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Dialdesk.${SCHEME}"
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "${LINKS_CAPABILITIES}" "ApplicationName" "Dialdesk"
  WriteRegStr SHELL_CONTEXT "${LINKS_CAPABILITIES}" "ApplicationDescription" "Calls numbers of web pages and programs on your phone"
  WriteRegStr SHELL_CONTEXT "Software\RegisteredApplications" "Dialdesk" "${LINKS_CAPABILITIES}"
  !insertmacro registerLinks "tel"
  !insertmacro registerLinks "callto"
  !insertmacro registerLinks "sip"
  !insertmacro registerLinks "dialdesk"
!macroend

!macro customUnInstall
  DeleteRegValue SHELL_CONTEXT "Software\RegisteredApplications" "Dialdesk"
  DeleteRegKey SHELL_CONTEXT "Software\Dialdesk"
  !insertmacro forgetLinks "tel"
  !insertmacro forgetLinks "callto"
  !insertmacro forgetLinks "sip"
  !insertmacro forgetLinks "dialdesk"
!macroend
