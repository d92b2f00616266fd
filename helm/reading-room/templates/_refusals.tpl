{{/* Combinations that would install something else than was meant. Each sentence says what to change. */}}
{{- define "reading-room.refusals" -}}
{{- $v := .Values -}}
{{- $refused := list -}}
{{- if $v.production -}}
{{- if $v.key.generate }}{{ $refused = append $refused "key.generate makes a key that is lost with the release: name a secret of your own in key.existingSecret." }}{{ end -}}
{{- if $v.postgresql.enabled }}{{ $refused = append $refused "postgresql.enabled runs a database without backups: switch it off and name the secret of your own in database.existingSecret." }}{{ end -}}
{{- if $v.access.development }}{{ $refused = append $refused "access.development lets everybody do everything: switch it off, and name your identity provider in access.issuer." }}{{ end -}}
{{- if not $v.networkPolicy.enabled }}{{ $refused = append $refused "networkPolicy.enabled is off, so that nothing keeps documents inside: switch it on." }}{{ end -}}
{{- if and (include "reading-room.runs-ollama" .) (eq $v.ollama.models.source "pull") }}{{ $refused = append $refused "ollama.models.source is pull, which needs the internet: use existingClaim or image." }}{{ end -}}
{{- if $refused }}{{ fail (printf "\nproduction is true, but options for trials are on:\n- %s\nA trial sets production to false." (join "\n- " $refused)) }}{{ end -}}
{{- end -}}
{{- if and (not $v.database.existingSecret) (not $v.postgresql.enabled) }}{{ $refused = append $refused "database.existingSecret is empty: name the secret that holds the address, user and password of your PostgreSQL." }}{{ end -}}
{{- if and $v.database.existingSecret $v.postgresql.enabled }}{{ $refused = append $refused "database.existingSecret and postgresql.enabled are both set: there is one database." }}{{ end -}}
{{- if and (not $v.key.existingSecret) (not $v.key.generate) (not $v.key.vault.address) }}{{ $refused = append $refused "key.existingSecret is empty: name the secret that holds the key-encryption key, or a key service in key.vault.address." }}{{ end -}}
{{- if and $v.key.existingSecret $v.key.generate }}{{ $refused = append $refused "key.existingSecret and key.generate are both set: there is one key." }}{{ end -}}
{{- if and (not $v.access.issuer) (not $v.access.development) }}{{ $refused = append $refused "access.issuer is empty: name your identity provider, whose tokens say who may do what." }}{{ end -}}
{{- if and $v.access.issuer $v.access.development }}{{ $refused = append $refused "access.issuer and access.development are both set: callers are told apart, or they are not." }}{{ end -}}
{{- if and $v.key.vault.address (not $v.key.vault.role) (not $v.key.vault.existingTokenSecret) }}{{ $refused = append $refused "key.vault.address is set without a login: name key.vault.role or key.vault.existingTokenSecret." }}{{ end -}}
{{- if and $v.retention.defaultClass (not (hasKey $v.retention.classes $v.retention.defaultClass)) }}{{ $refused = append $refused "retention.defaultClass names none of retention.classes." }}{{ end -}}
{{- if eq $v.engine "ollama" -}}
{{- if and $v.ollama.enabled $v.modelServer.url }}{{ $refused = append $refused "modelServer.url and ollama.enabled are both set: there is one model server." }}{{ end -}}
{{- if and (not $v.ollama.enabled) (not $v.modelServer.url) }}{{ $refused = append $refused "There is no model server: set modelServer.url, or switch ollama.enabled on, or set engine to extractive." }}{{ end -}}
{{- if regexMatch "(:|-)cloud$" $v.model.name }}{{ $refused = append $refused "model.name is a model that runs elsewhere: documents would leave the cluster." }}{{ end -}}
{{- if $v.ollama.enabled -}}
{{- if and (eq $v.ollama.models.source "existingClaim") (not $v.ollama.models.existingClaim) }}{{ $refused = append $refused "ollama.models.existingClaim is empty: name the claim that holds the model, or choose another ollama.models.source." }}{{ end -}}
{{- if and (eq $v.ollama.models.source "image") (not $v.ollama.models.image.reference) }}{{ $refused = append $refused "ollama.models.image.reference is empty: name the image that holds the model." }}{{ end -}}
{{- end -}}
{{- end -}}
{{- if $v.networkPolicy.enabled -}}
{{- if and $v.database.existingSecret (not $v.networkPolicy.database.to) }}{{ $refused = append $refused "networkPolicy.database.to is empty: say where your PostgreSQL is, or the service cannot reach it." }}{{ end -}}
{{- if and (eq $v.engine "ollama") $v.modelServer.url (not $v.networkPolicy.modelServer.to) }}{{ $refused = append $refused "networkPolicy.modelServer.to is empty: say where your model server is, or the service cannot reach it." }}{{ end -}}
{{- if and $v.key.vault.address (not $v.networkPolicy.keyService.to) }}{{ $refused = append $refused "networkPolicy.keyService.to is empty: say where your key service is, or the service cannot reach it." }}{{ end -}}
{{- if and $v.telemetry.endpoint (not $v.networkPolicy.telemetry.to) }}{{ $refused = append $refused "networkPolicy.telemetry.to is empty: say where your collector is, or the service cannot reach it." }}{{ end -}}
{{- if and $v.access.issuer (not $v.networkPolicy.identityProvider.to) }}{{ $refused = append $refused "networkPolicy.identityProvider.to is empty: say where your identity provider is, or the service cannot reach it." }}{{ end -}}
{{- end -}}
{{- if and (eq $v.scaling.by "keda") (eq $v.scaling.keda.trigger "postgresql") (not $v.scaling.keda.postgresql.existingSecret) }}{{ $refused = append $refused "scaling.keda.postgresql.existingSecret is empty: name the secret with the connection string for KEDA." }}{{ end -}}
{{- if and (eq $v.scaling.by "hpa") (eq (int $v.scaling.hpa.cpuPercent) 0) (eq $v.scaling.hpa.queueMetric "none") }}{{ $refused = append $refused "scaling.by is hpa without a metric: set scaling.hpa.cpuPercent or scaling.hpa.queueMetric." }}{{ end -}}
{{- if and (ne $v.scaling.by "none") (gt (int $v.scaling.minReplicas) (int $v.scaling.maxReplicas)) }}{{ $refused = append $refused "scaling.minReplicas is above scaling.maxReplicas." }}{{ end -}}
{{- $taken := dict -}}
{{- range $name, $value := dict "engine" "engine" "inference.base-url" "modelServer.url" "inference.model" "model.name" "inference.context-tokens" "model.contextTokens" "inference.permits" "model.permits" "pipeline.shutdown-wait" "shutdown.waitSeconds" "privacy.kek.file" "key.existingSecret" "privacy.kek.environment-variable" "key.existingSecret" "privacy.kek.generate" "key.generate" "access.mode" "access.development" "access.demonstration" "access.development" "access.development-caller" "access.development" "access.issuer" "access.issuer" "access.audience" "access.audience" "access.roles-claim" "access.rolesClaim" "access.tenant-claim" "access.tenantClaim" "access.tenant" "access.tenant" "access.roles.uploader" "access.roles" "access.roles.reader" "access.roles" "access.roles.auditor" "access.roles" "access.roles.privacy-officer" "access.roles" "access.roles.admin" "access.roles" "access.roles.break-glass" "access.roles" "intake.work-folder" "workFolderSize" "extraction.work-folder" "extractor.workFolderSize" "extraction.address" "extractor" "extractor.port" "extractor" "extractor.shutdown-wait" "shutdown.waitSeconds" "egress.allowed" "egress.allowed" "egress.model-server" "egress.purposes" "egress.database" "egress.purposes" "egress.extractor" "egress.purposes" "egress.telemetry" "egress.purposes" "egress.identity-provider" "egress.purposes" "telemetry.endpoint" "telemetry.endpoint" "privacy.kek.next" "key.nextSecretKey" "privacy.kek.vault.address" "key.vault.address" "privacy.kek.vault.key" "key.vault.key" "privacy.kek.vault.mount" "key.vault.mount" "privacy.kek.vault.namespace" "key.vault.namespace" "privacy.kek.vault.token-file" "key.vault.existingTokenSecret" "privacy.kek.vault.kubernetes-role" "key.vault.role" "privacy.kek.vault.kubernetes-mount" "key.vault.authMount" "privacy.kek.vault.ca-file" "key.vault.caConfigMap" "privacy.backup-retention" "retention.backups" "privacy.retention.default-class" "retention.defaultClass" "egress.key-service" "egress.purposes" "register.anchor.folder" "register.anchor.existingClaim" }}{{ $_ := set $taken (include "reading-room.variable" $name) $value }}{{ end -}}
{{- range $where := list "settings" "extractor.settings" -}}
{{- range $name, $value := ternary $v.settings $v.extractor.settings (eq $where "settings") -}}
{{- with get $taken (include "reading-room.variable" $name) }}{{ $refused = append $refused (printf "%s holds %s, which the chart sets itself: use %s." $where $name .) }}{{ end -}}
{{- end -}}
{{- end -}}
{{- range $name, $value := $v.extractor.settings }}{{ if not (regexMatch "^extract(ion|or)[.]" $name) }}{{ $refused = append $refused (printf "extractor.settings holds %s, which the extractor does not read: use settings." $name) }}{{ end }}{{ end -}}
{{- range $v.extraEnv }}{{ if hasPrefix "READING_ROOM_" .name }}{{ $refused = append $refused (printf "extraEnv holds %s: settings of the service belong into settings." .name) }}{{ end }}{{ end -}}
{{- if $refused }}{{ fail (printf "\n- %s" (join "\n- " $refused)) }}{{ end -}}
{{- end -}}
