{{- define "reading-room.egress-environment" -}}
{{- with .Values.egress.allowed }}
- name: READING_ROOM_EGRESS_ALLOWED
  value: {{ join "," . | quote }}
{{- end }}
{{- range $purpose, $ranges := .Values.egress.purposes }}
- name: {{ include "reading-room.variable" (printf "egress.%s" $purpose) }}
  value: {{ join "," $ranges | quote }}
{{- end }}
{{- end -}}

{{- /* Ends when the tables are as this version needs them, before anything else of the service begins. */}}
{{- define "reading-room.migration-environment" -}}
- name: QUARKUS_INIT_AND_EXIT
  value: "true"
- name: QUARKUS_DATASOURCE_JDBC_URL
  valueFrom: {secretKeyRef: {name: {{ include "reading-room.database-secret" . }}, key: {{ .Values.database.keys.url }}}}
- name: QUARKUS_DATASOURCE_USERNAME
  valueFrom: {secretKeyRef: {name: {{ .Values.database.owner.existingSecret }}, key: {{ .Values.database.keys.username }}}}
- name: QUARKUS_DATASOURCE_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ .Values.database.owner.existingSecret }}, key: {{ .Values.database.keys.password }}}}
{{- include "reading-room.egress-environment" . }}
{{- end -}}

{{- define "reading-room.service-environment" -}}
{{- if .Values.database.owner.existingSecret }}
- name: QUARKUS_FLYWAY_MIGRATION_MIGRATE_AT_START
  value: "false"
{{- end }}
- name: QUARKUS_DATASOURCE_JDBC_URL
  valueFrom: {secretKeyRef: {name: {{ include "reading-room.database-secret" . }}, key: {{ .Values.database.keys.url }}}}
- name: QUARKUS_DATASOURCE_USERNAME
  valueFrom: {secretKeyRef: {name: {{ include "reading-room.database-secret" . }}, key: {{ .Values.database.keys.username }}}}
- name: QUARKUS_DATASOURCE_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ include "reading-room.database-secret" . }}, key: {{ .Values.database.keys.password }}}}
{{- if or .Values.key.existingSecret .Values.key.generate }}
- name: READING_ROOM_PRIVACY_KEK_FILE
  value: /secrets/key/kek
{{- if .Values.key.nextSecretKey }}
- name: READING_ROOM_PRIVACY_KEK_NEXT
  value: /secrets/key/next
{{- end }}
{{- end }}
{{- with .Values.key.vault }}
{{- if .address }}
- name: READING_ROOM_PRIVACY_KEK_VAULT_ADDRESS
  value: {{ .address | quote }}
- name: READING_ROOM_PRIVACY_KEK_VAULT_KEY
  value: {{ .key | quote }}
- name: READING_ROOM_PRIVACY_KEK_VAULT_MOUNT
  value: {{ .mount | quote }}
{{- with .namespace }}
- name: READING_ROOM_PRIVACY_KEK_VAULT_NAMESPACE
  value: {{ . | quote }}
{{- end }}
{{- if .existingTokenSecret }}
- name: READING_ROOM_PRIVACY_KEK_VAULT_TOKEN_FILE
  value: /secrets/vault/token
{{- else }}
- name: READING_ROOM_PRIVACY_KEK_VAULT_KUBERNETES_ROLE
  value: {{ .role | quote }}
- name: READING_ROOM_PRIVACY_KEK_VAULT_KUBERNETES_MOUNT
  value: {{ .authMount | quote }}
- name: READING_ROOM_PRIVACY_KEK_VAULT_SERVICE_ACCOUNT_TOKEN
  value: /secrets/vault/token
{{- end }}
{{- if .caConfigMap }}
- name: READING_ROOM_PRIVACY_KEK_VAULT_CA_FILE
  value: /secrets/vault-ca/ca.crt
{{- end }}
{{- end }}
{{- end }}
{{- range $class, $period := .Values.retention.classes }}
- name: {{ include "reading-room.variable" (printf "privacy.retention.classes.%s" $class) }}
  value: {{ $period | quote }}
{{- end }}
{{- with .Values.retention.defaultClass }}
- name: READING_ROOM_PRIVACY_RETENTION_DEFAULT_CLASS
  value: {{ . | quote }}
{{- end }}
- name: READING_ROOM_PRIVACY_BACKUP_RETENTION
  value: {{ .Values.retention.backups | quote }}
{{- if .Values.access.development }}
- name: READING_ROOM_ACCESS_MODE
  value: development
- name: READING_ROOM_ACCESS_DEMONSTRATION
  value: "true"
{{- else }}
- name: READING_ROOM_ACCESS_ISSUER
  value: {{ .Values.access.issuer | quote }}
- name: READING_ROOM_ACCESS_AUDIENCE
  value: {{ .Values.access.audience | quote }}
- name: READING_ROOM_ACCESS_ROLES_CLAIM
  value: {{ .Values.access.rolesClaim | quote }}
- name: READING_ROOM_ACCESS_TENANT_CLAIM
  value: {{ .Values.access.tenantClaim | quote }}
{{- with .Values.access.tenant }}
- name: READING_ROOM_ACCESS_TENANT
  value: {{ . | quote }}
{{- end }}
{{- range $role, $values := .Values.access.roles }}
- name: {{ include "reading-room.variable" (printf "access.roles.%s" $role) }}
  value: {{ join "," $values | quote }}
{{- end }}
{{- end }}
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
{{- include "reading-room.egress-environment" . }}
{{- if .Values.register.anchor.existingClaim }}
- name: READING_ROOM_REGISTER_ANCHOR_FOLDER
  value: /anchor
{{- end }}
{{- with .Values.register.anchor }}
{{- if .bucket.address }}
- name: READING_ROOM_REGISTER_ANCHOR_BUCKET_ADDRESS
  value: {{ .bucket.address | quote }}
- name: READING_ROOM_REGISTER_ANCHOR_BUCKET_NAME
  value: {{ .bucket.name | quote }}
- name: READING_ROOM_REGISTER_ANCHOR_BUCKET_REGION
  value: {{ .bucket.region | quote }}
- name: READING_ROOM_REGISTER_ANCHOR_BUCKET_ACCESS_KEY_FILE
  value: /secrets/anchor-bucket/access-key
- name: READING_ROOM_REGISTER_ANCHOR_BUCKET_SECRET_KEY_FILE
  value: /secrets/anchor-bucket/secret-key
{{- end }}
{{- if .witness.address }}
- name: READING_ROOM_REGISTER_ANCHOR_WITNESS_ADDRESS
  value: {{ .witness.address | quote }}
- name: READING_ROOM_REGISTER_ANCHOR_WITNESS_KEY
  value: {{ .witness.key | quote }}
{{- end }}
{{- if .timeStamp.address }}
- name: READING_ROOM_REGISTER_ANCHOR_TIME_STAMP_ADDRESS
  value: {{ .timeStamp.address | quote }}
- name: READING_ROOM_REGISTER_ANCHOR_TIME_STAMP_TRUST_FILE
  value: /secrets/anchor-trust/tsa.pem
{{- end }}
{{- if .caConfigMap }}
{{- range $kind, $anchor := dict "bucket" .bucket "witness" .witness "time-stamp" .timeStamp }}
{{- if $anchor.address }}
- name: {{ include "reading-room.variable" (printf "register.anchor.%s.ca-file" $kind) }}
  value: /secrets/anchor-ca/ca.crt
{{- end }}
{{- end }}
{{- end }}
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
