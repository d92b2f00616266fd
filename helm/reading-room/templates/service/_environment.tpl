{{- define "reading-room.service-environment" -}}
- name: QUARKUS_DATASOURCE_JDBC_URL
  valueFrom: {secretKeyRef: {name: {{ include "reading-room.database-secret" . }}, key: {{ .Values.database.keys.url }}}}
- name: QUARKUS_DATASOURCE_USERNAME
  valueFrom: {secretKeyRef: {name: {{ include "reading-room.database-secret" . }}, key: {{ .Values.database.keys.username }}}}
- name: QUARKUS_DATASOURCE_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ include "reading-room.database-secret" . }}, key: {{ .Values.database.keys.password }}}}
- name: READING_ROOM_PRIVACY_KEK_FILE
  value: /secrets/key/kek
- name: READING_ROOM_ACCESS_DEVELOPMENT_CALLER
  value: {{ ternary "development" "unidentified" .Values.access.development }}
- name: READING_ROOM_INTAKE_WORK_FOLDER
  value: /work/intake
- name: READING_ROOM_EXTRACTION_WORK_FOLDER
  value: /work/extraction
- name: READING_ROOM_EXTRACTION_ADDRESS
  value: {{ include "reading-room.fullname" . }}-extractor:8081
- name: READING_ROOM_PIPELINE_SHUTDOWN_WAIT
  value: PT{{ .Values.shutdown.waitSeconds }}S
- name: READING_ROOM_ENGINE
  value: {{ .Values.engine }}
{{- if eq .Values.engine "ollama" }}
- name: READING_ROOM_INFERENCE_BASE_URL
  value: {{ include "reading-room.model-server-url" . | quote }}
- name: READING_ROOM_INFERENCE_MODEL
  value: {{ .Values.model.name | quote }}
- name: READING_ROOM_INFERENCE_CONTEXT_TOKENS
  value: {{ .Values.model.contextTokens | int64 | quote }}
- name: READING_ROOM_INFERENCE_PERMITS
  value: {{ .Values.model.permits | int64 | quote }}
{{- end }}
{{- with .Values.egress.allowed }}
- name: READING_ROOM_EGRESS_ALLOWED
  value: {{ join "," . | quote }}
{{- end }}
{{- range $purpose, $ranges := .Values.egress.purposes }}
- name: {{ include "reading-room.variable" (printf "egress.%s" $purpose) }}
  value: {{ join "," $ranges | quote }}
{{- end }}
{{- if .Values.register.anchor.existingClaim }}
- name: READING_ROOM_REGISTER_ANCHOR_FOLDER
  value: /anchor
{{- end }}
{{- with .Values.telemetry.endpoint }}
- name: READING_ROOM_TELEMETRY_ENDPOINT
  value: {{ . | quote }}
{{- end }}
{{- include "reading-room.settings" .Values.settings }}
{{- with .Values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end -}}
