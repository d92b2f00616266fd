package io.readingroom.grounding.value;

import java.util.regex.Pattern;

/// The bare name of a person, organisation or place: without title, legal form, article and punctuation.
final class Names {

    private static final Pattern TITLE =
            Pattern.compile("^(?:the|mr|mrs|ms|miss|dr|prof|professor|sir|dame|hon|right hon|honourable|herr|frau|m|mme"
                    + "|state of|commonwealth of) +");

    private static final Pattern LEGAL_FORM = Pattern.compile(
            " +(?:inc|incorporated|llc|l l c|llp|l l p|lp|l p|pllc|ltd|limited|corp|corporation|co|company|plc|gmbh|mbh|ag"
                    + "|kg|kgaa|se|sa|s a|sas|sarl|srl|spa|s p a|bv|b v|nv|n v|pty|oy|oyj|ab|as|aps|kk|k k|na|n a)$");

    private static final Pattern HAN_FORM = Pattern.compile("^(?:株式会社|有限会社|合同会社|一般社団法人|\\(株\\)|\\(有\\))"
            + "|(?:株式会社|有限会社|合同会社|\\(株\\)|\\(有\\)|股份有限公司|有限责任公司|有限責任公司|有限公司|公司)$");

    private static final Pattern HAN_TITLE = Pattern.compile("(?<=.{2})(?:先生|女士|小姐|氏|様|さん|殿)$");

    private static final Pattern PUNCTUATION = Pattern.compile("[.,;:'\"’&/()\\[\\]*-]+");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Names() {}

    /// The bare name in a folded one; the folded name without punctuation when nothing else would be left of
    /// it.
    static String bare(String folded) {
        String name = HAN_FORM.matcher(folded.strip()).replaceAll("").strip();
        name = HAN_TITLE.matcher(name).replaceAll("");
        name = SPACES.matcher(PUNCTUATION.matcher(name).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        String before = "";
        while (!before.equals(name)) {
            before = name;
            String shorter = TITLE.matcher(name).replaceFirst("");
            shorter = LEGAL_FORM.matcher(shorter).replaceFirst("").strip();
            name = shorter.isEmpty() ? name : shorter;
        }
        return name;
    }
}
