{{- define "reading-room.fullname" -}}
{{- .Values.fullnameOverride | default .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{/* Labels by which pods are selected: list (root, component). */}}
{{- define "reading-room.selector" -}}
{{- $root := index . 0 -}}
app.kubernetes.io/name: {{ $root.Chart.Name }}
app.kubernetes.io/instance: {{ $root.Release.Name }}
{{- with index . 1 }}
app.kubernetes.io/component: {{ . }}
{{- end }}
{{- end -}}

{{/* Labels of every resource: list (root, component). */}}
{{- define "reading-room.labels" -}}
{{- $root := index . 0 -}}
helm.sh/chart: {{ printf "%s-%s" $root.Chart.Name $root.Chart.Version | replace "+" "_" }}
{{ include "reading-room.selector" . }}
app.kubernetes.io/version: {{ $root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ $root.Release.Service }}
{{- end -}}

{{/* Reference of an image: list (root, image, tag where none is given). */}}
{{- define "reading-room.image" -}}
{{- $root := index . 0 -}}
{{- $image := index . 1 -}}
{{- $registry := $image.registry | default $root.Values.global.imageRegistry -}}
{{- $name := ternary (printf "%s/%s" $registry $image.repository) $image.repository (ne $registry "") -}}
{{- if $image.digest -}}
{{- printf "%s@%s" $name $image.digest -}}
{{- else -}}
{{- printf "%s:%s" $name ($image.tag | default (index . 2)) -}}
{{- end -}}
{{- end -}}

{{- define "reading-room.service-image" -}}
{{- include "reading-room.image" (list . .Values.image .Chart.AppVersion) -}}
{{- end -}}

{{/* A setting's environment variable, as the service derives it from the name. */}}
{{- define "reading-room.variable" -}}
READING_ROOM_{{ regexReplaceAll "[^A-Za-z0-9]" . "_" | upper }}
{{- end -}}

{{/* Settings as environment variables: a map of names without "reading-room.". */}}
{{- define "reading-room.settings" -}}
{{- range $name, $value := . }}
- name: {{ include "reading-room.variable" $name }}
  value: {{ ternary (int64 $value | toString) (toString $value) (and (kindIs "float64" $value) (eq (float64 (int64 $value)) (float64 $value))) | quote }}
{{- end }}
{{- end -}}

{{/* How long a stopping pod has: serving on, letting go, and a margin for the process itself to end. */}}
{{- define "reading-room.grace-period" -}}
{{- add .Values.shutdown.delaySeconds .Values.shutdown.waitSeconds 15 -}}
{{- end -}}

{{- define "reading-room.key-secret" -}}
{{- .Values.key.existingSecret | default (printf "%s-generated-key" (include "reading-room.fullname" .)) -}}
{{- end -}}

{{- define "reading-room.database-secret" -}}
{{- ternary (printf "%s-postgresql" (include "reading-room.fullname" .)) .Values.database.existingSecret .Values.postgresql.enabled -}}
{{- end -}}

{{- define "reading-room.runs-ollama" -}}
{{- if and (eq .Values.engine "ollama") .Values.ollama.enabled }}yes{{ end -}}
{{- end -}}

{{- define "reading-room.model-server-url" -}}
{{- if include "reading-room.runs-ollama" . -}}
http://{{ include "reading-room.fullname" . }}-ollama:11434
{{- else -}}
{{- .Values.modelServer.url -}}
{{- end -}}
{{- end -}}

{{/* The claim of models that the chart makes itself, if it does. */}}
{{- define "reading-room.makes-models-claim" -}}
{{- $models := .Values.ollama.models -}}
{{- if and (include "reading-room.runs-ollama" .) (or (eq $models.source "pull") (and (eq $models.source "image") (eq $models.image.use "copy"))) }}yes{{ end -}}
{{- end -}}

{{- define "reading-room.models-image" -}}
{{- $reference := .Values.ollama.models.image.reference -}}
{{- $first := splitList "/" $reference | first -}}
{{- if and .Values.global.imageRegistry (not (regexMatch "[.:]|^localhost$" $first)) -}}
{{- printf "%s/%s" .Values.global.imageRegistry $reference -}}
{{- else -}}
{{- $reference -}}
{{- end -}}
{{- end -}}
