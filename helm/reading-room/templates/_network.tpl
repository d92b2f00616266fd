{{/* The pods of the service, and the test that tries what the service may reach. */}}
{{- define "reading-room.like-service" -}}
matchLabels: {{ include "reading-room.selector" (list . "") | nindent 2 }}
matchExpressions:
  - {key: app.kubernetes.io/component, operator: In, values: [service, test-isolation]}
{{- end -}}

{{- define "reading-room.to-name-servers" -}}
{{- with .Values.networkPolicy.dns }}
{{- if .to }}
- ports: [{port: {{ .port }}, protocol: UDP}, {port: {{ .port }}, protocol: TCP}]
  to: {{ toYaml .to | nindent 4 }}
{{- end }}
{{- end }}
{{- end -}}
