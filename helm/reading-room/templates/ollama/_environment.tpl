{{/* Environment that every Ollama of the release has, the one that pulls as well. */}}
{{- define "reading-room.ollama-environment" -}}
- name: OLLAMA_MODELS
  value: /models{{ if eq .Values.ollama.models.source "image" }}{{ if eq .Values.ollama.models.image.use "volume" }}/{{ .Values.ollama.models.image.path }}{{ end }}{{ end }}
# Models that run elsewhere would take documents out of the cluster.
- name: OLLAMA_NO_CLOUD
  value: "1"
# A key of the process is written here at the start.
- name: HOME
  value: /work
{{- end -}}

{{- define "reading-room.models-claim" -}}
{{- if include "reading-room.makes-models-claim" . -}}
{{ include "reading-room.fullname" . }}-models
{{- else -}}
{{ .Values.ollama.models.existingClaim }}
{{- end -}}
{{- end -}}

{{- define "reading-room.ollama-placement" -}}
{{- with .Values.ollama.runtimeClassName }}
runtimeClassName: {{ . }}
{{- end }}
{{- with .Values.ollama.nodeSelector }}
nodeSelector: {{ toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.ollama.tolerations }}
tolerations: {{ toYaml . | nindent 2 }}
{{- end }}
{{- end -}}
