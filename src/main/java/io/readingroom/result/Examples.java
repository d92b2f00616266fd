package io.readingroom.result;

/// Answers as they look, for the description of the API.
final class Examples {

    static final String ANALYSIS = """
            {"documentId":"7d0c6ae4-6f0e-4f3a-9a3e-0d7e5b0f4a11",
             "summary":{"language":"en","text":"The parties keep each other's plans secret for two years.",
              "sentences":[{"text":"The parties keep each other's plans secret for two years.",
               "evidence":[{"page":1,"start":96,"end":151,"quote":"Each party keeps the plans secret for two (2) years.",
                "alignment":"supporting","sentence":{"start":96,"end":151}}]}],"sections":[]},
             "sentiment":{"label":"neutral","confidence":0.82,"calibrated":false,
              "scores":{"positive":0.1,"neutral":0.82,"negative":0.08},"drivers":[],"sections":[]},
             "keyFacts":[{"id":"F1","kind":"effective_date","value":"May 20, 2014","normalized":"2014-05-20",
              "evidence":[{"page":1,"start":31,"end":43,"quote":"May 20, 2014","alignment":"exact",
               "sentence":{"start":0,"end":96}}]}],
             "conflicts":[],
             "coverage":{"complete":true,"characters":{"read":151,"total":151},"tokens":{"read":34,"total":34},
              "chunks":{"read":1,"total":1}},
             "rejected":{"ungroundedFacts":2,"unsupportedSentences":1,"invalidAnswers":0},
             "warnings":[],
             "provenance":{"aiGenerated":true,"engine":"ollama","engineVersion":"0.32.15","model":"gemma4:12b",
              "modelDigest":"sha256:2f8c1a","templateDigests":{"facts":"sha256:91d0be"},"textDigest":"sha256:0b44e7",
              "seed":1,"contextTokens":16384,"calls":3,"promptTokens":512,"prefixTokens":300,"outputTokens":120,
              "startedAt":"2026-01-15T09:30:00Z","finishedAt":"2026-01-15T09:30:12Z","serviceVersion":"0.1.0"}}""";

    static final String TEXT = """
            {"documentId":"7d0c6ae4-6f0e-4f3a-9a3e-0d7e5b0f4a11",
             "text":"This agreement is effective as of May 20, 2014.",
             "pages":[{"page":1,"start":0,"end":47}],"mediaType":"application/pdf","language":"en","warnings":[]}""";

    private Examples() {}
}
