//! What the register counts, and by what.

use ledger::{Aggregation::*, Dimension, Measure, Scope::*, Unit};

const ILO: &str = "ILO, Guidelines concerning statistics of cooperatives (20th ICLS, 2018)";

/// The dimensions that every stock of the register has.
const STOCK: &[&str] = &["place", "sector", "branch", "type", "level", "status", "listed"];

/// The measures of the register.
pub const MEASURES: &[Measure] = &[
    Measure {
        code: "cooperatives",
        aggregation: Stock,
        unit: Unit::Count("cooperatives"),
        definition: "Cooperatives in the register: from the day of registration until the day before they are struck off \
                     or merged. Dormant ones and those in liquidation count; the status tells them apart. A cooperative \
                     that left on an unknown day counts on none.",
        source: ILO,
        dimensions: &[
            "place",
            "sector",
            "branch",
            "type",
            "level",
            "status",
            "listed",
            "womens",
            "youth",
            "graduates",
            "collective_land",
        ],
    },
    Measure {
        code: "registrations",
        aggregation: Flow,
        unit: Unit::Count("registrations"),
        definition: "Cooperatives entered in the register, on the day of registration.",
        source: "Law 112-12, register of cooperatives",
        dimensions: &["place", "sector", "branch", "type", "level", "listed"],
    },
    Measure {
        code: "removals",
        aggregation: Flow,
        unit: Unit::Count("removals"),
        definition: "Cooperatives struck off the register or merged into another, on the day they left.",
        source: "Law 112-12, register of cooperatives",
        dimensions: &["place", "sector", "branch", "type", "level", "listed"],
    },
    Measure {
        code: "members",
        aggregation: Stock,
        unit: Unit::Count("memberships"),
        definition: "Memberships of registered cooperatives: counted from the roll of members where one is kept, else as \
                     last declared. Who belongs to two cooperatives counts twice. Young: under 35.",
        source: ILO,
        dimensions: &["place", "sector", "branch", "type", "level", "status", "listed", "sex", "age", "person"],
    },
    Measure {
        code: "womens_cooperatives",
        aggregation: Stock,
        unit: Unit::Count("cooperatives"),
        definition: "Registered cooperatives all of whose members are women.",
        source: "ODCO, as in its regional tables",
        dimensions: STOCK,
    },
    Measure {
        code: "share_capital",
        aggregation: Stock,
        unit: Unit::Money,
        definition: "Subscribed share capital of registered cooperatives.",
        source: "Law 112-12",
        dimensions: &["place", "sector", "branch", "type", "level", "status", "listed", "currency"],
    },
    Measure {
        code: "members_funds",
        aggregation: Stock,
        unit: Unit::Money,
        definition: "Members' funds (equity) of registered cooperatives, as in the last accounts filed.",
        source: ILO,
        dimensions: &["place", "sector", "branch", "type", "level", "status", "listed", "currency"],
    },
    Measure {
        code: "turnover",
        aggregation: Flow,
        unit: Unit::Money,
        definition: "Turnover of a financial year, on the day on which the accounts take effect (the year's end, or the \
                     day that a list's profile names).",
        source: ILO,
        dimensions: &["place", "sector", "branch", "type", "level", "listed", "currency"],
    },
    Measure {
        code: "surplus",
        aggregation: Flow,
        unit: Unit::Money,
        definition: "Surplus of a financial year before tax; negative if it was a loss. On the same day as the turnover.",
        source: ILO,
        dimensions: &["place", "sector", "branch", "type", "level", "listed", "currency"],
    },
    Measure {
        code: "employees",
        aggregation: Stock,
        unit: Unit::Count("employees"),
        definition: "Employees of registered cooperatives, as in the last accounts filed.",
        source: ILO,
        dimensions: STOCK,
    },
];

/// The dimensions of the register.
pub const DIMENSIONS: &[Dimension] = &[
    Dimension {
        code: "sector",
        scope: Subject,
        definition: "The sector of activity, by the code list of the jurisdiction.",
    },
    Dimension { code: "branch", scope: Subject, definition: "The branch within the sector, as SECTOR.BRANCH." },
    Dimension {
        code: "type",
        scope: Subject,
        definition: "Whom it serves (ILO 2018): producer, worker, consumer_user, multi_stakeholder or unknown.",
    },
    Dimension {
        code: "level",
        scope: Subject,
        definition: "cooperative (of persons), union (of cooperatives) or federation.",
    },
    Dimension { code: "status", scope: Part, definition: "active, dormant, in_liquidation; unknown for groups." },
    Dimension {
        code: "listed",
        scope: Subject,
        definition: "listed: the cooperatives are known one by one; group: figures that others published for cooperatives \
                     that are not.",
    },
    Dimension { code: "sex", scope: Part, definition: "female, male, unknown; not_applicable for legal persons." },
    Dimension {
        code: "age",
        scope: Part,
        definition: "young (under 35), older, unknown; not_applicable for legal persons.",
    },
    Dimension { code: "person", scope: Part, definition: "natural or legal person, or unknown." },
    Dimension { code: "womens", scope: Part, definition: "Whether all members are women: yes, no or unknown." },
    Dimension { code: "youth", scope: Part, definition: "Whether all members are under 35: yes, no or unknown." },
    Dimension {
        code: "graduates",
        scope: Part,
        definition: "Whether it was registered as a cooperative of graduates: yes or no.",
    },
    Dimension {
        code: "collective_land",
        scope: Part,
        definition: "Whether it was registered as a cooperative of holders of rights in collective land: yes or no.",
    },
];
