package io.readingroom.grounding.value;

/// What a value is, which decides how it is compared.
public enum ValueType {
    /// Words compared after folding.
    TEXT,
    /// A person, organisation or place; legal forms and titles fold.
    NAME,
    /// A calendar date.
    DATE,
    /// A length of time.
    DURATION,
    /// A sum of money.
    AMOUNT,
    /// A plain number or percentage.
    NUMBER
}
