package io.readingroom.grounding.value;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The ISO 4217 codes of the ways currencies are written in folded text. A bare `$` is read as the US dollar;
/// `¥` is the renminbi in Chinese text and the yen elsewhere.
final class Currencies {

    private static final String[] BEFORE = {
        "USD us$ usd u.s.$ $", "EUR eur €", "GBP gbp £", "JPY jpy 日本円", "CNY cny rmb 人民币 人民幣 cn¥", "HKD hk$ hkd",
        "CHF chf fr.", "CAD ca$ c$ cad", "AUD au$ a$ aud", "SGD s$ sgd", "TWD nt$ twd 新台币 新臺幣 新台幣", "KRW ₩ krw",
        "INR ₹ inr", "? ¥"
    };

    private static final String[] AFTER = {
        "USD usd us_dollars u.s._dollars united_states_dollars dollars dollar 美元 美金 米ドル ドル $ us-dollar",
        "EUR eur euros euro ユーロ 欧元 歐元 €",
        "GBP gbp pounds_sterling 英镑 英鎊 ポンド £",
        "JPY jpy japanese_yen yen 日元 日圆 日圓 日円 円",
        "CNY cny rmb yuan renminbi 人民币 人民幣 元",
        "HKD hkd hong_kong_dollars 港元 港币 港幣",
        "CHF chf swiss_francs schweizer_franken franken",
        "CAD cad canadian_dollars 加元",
        "AUD aud australian_dollars 澳元",
        "SGD sgd singapore_dollars",
        "TWD twd 新台币 新臺幣 台币 台幣",
        "KRW krw won ウォン 韩元 韓元",
        "INR inr rupees"
    };

    private static final Map<String, String> CODES = codes();

    /// Regular expressions of what stands before and behind a number.
    static final String BEFORE_NUMBER = alternation(BEFORE);

    static final String BEHIND_NUMBER = alternation(AFTER);

    private Currencies() {}

    static String code(String written, String language) {
        if (written.equals("¥")) {
            return Numerals.primary(language).equals("zh") ? "CNY" : "JPY";
        }
        return CODES.getOrDefault(written, written);
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        Stream.concat(Arrays.stream(BEFORE), Arrays.stream(AFTER)).forEach(line -> {
            String[] words = line.split(" ");
            Arrays.stream(words).skip(1).forEach(word -> codes.put(word.replace('_', ' '), words[0]));
        });
        return Map.copyOf(codes);
    }

    private static String alternation(String[] table) {
        return Arrays.stream(table)
                .flatMap(line -> Arrays.stream(line.split(" ")).skip(1))
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(word -> Pattern.quote(word.replace('_', ' ')))
                .collect(Collectors.joining("|"));
    }
}
