namespace Sluice.RandomDocuments;

/// <summary>Names of entities, paths and everything else that stands in a hole of the language.</summary>
internal static class Names
{
    public static readonly (string Name, DocumentForm? Form)[] Entities =
    [
        ("Users", null), ("Contactperson", null), ("Order", null),
        ("Customers person", DocumentForm.EntityWithBlank), ("Line item of order", DocumentForm.EntityWithBlank),
        ("Customers (organisation data)", DocumentForm.EntityWithParentheses),
        ("order_line", DocumentForm.EntityWithUnderscore), ("Product2", DocumentForm.EntityWithDigit),
        ("365 day", DocumentForm.EntityWithDigit), ("Custom Property", DocumentForm.EntityNamedLikeAHeader),
        ("Data Type", DocumentForm.EntityNamedLikeAHeader), ("customer", DocumentForm.EntityTwins),
        ("Customer", DocumentForm.EntityTwins), ("Møte", null),
    ];

    public static readonly (string Name, DocumentForm? Form)[] Paths =
    [
        ("name", DocumentForm.SimplePath), ("Account_Name", DocumentForm.SimplePath), ("id2", DocumentForm.SimplePath),
        ("properties.name", DocumentForm.NestedPath), ("lineItems.price", DocumentForm.NestedPath),
        ("phone_numbers.number", DocumentForm.NestedPath), ("_links.self", DocumentForm.NestedPath),
        ("$original_id", DocumentForm.DollarPath), ("variants..sku", DocumentForm.EmptySegment),
        ("p:P4649.ps:P4649", DocumentForm.ColonPath),
        ("City", DocumentForm.PathTwins), ("city", DocumentForm.PathTwins),
        ("profile.email", DocumentForm.LeafAndPrefix), ("profile.email.email", DocumentForm.LeafAndPrefix),
    ];

    public static readonly string[] Conditions =
    [
        "When a HubSpot Deal has a 100% probability of beeing sold",
        "When a Zendesk User is of type Agent",
        "When a Zendesk User is of type End User",
        "When a Superoffice Sale gets the status \"Sold\"",
        "When a Superoffice QuoteAlternative gets Accepted = \"true\"",
        "When a HubSpot Deal gets the has a 100% probability",
        "When a HubSpot Deal gets the has a 100% probability.",
        "removed person customers for now until that pattern is resolved",
        "preliminary mapping until we can sort out suppliers. This removes all supplier products for now",
        "Considering changing this to be a Customer instead",
    ];

    public static readonly (string Name, DocumentForm? Form)[] Connected =
    [
        ("Issues", null), ("Customers person", null),
        ("Customers (organisation data)", null), ("Product2", null),
        ("Powerofficego-customers-person", DocumentForm.ConnectedToDataset),
        ("Hubspot-line-item", DocumentForm.ConnectedToDataset),
        ("Created by", DocumentForm.ConnectedToPropertyLike), ("owner", DocumentForm.ConnectedToPropertyLike),
    ];

    public static readonly (string Value, DocumentForm? Form)[] Values =
    [
        ("NO", null), ("mobile", null),
        ("wd:Q17517", null), ("hubspot-contact", null),
        ("End User", DocumentForm.DependencyWithWords), ("born in Norway", DocumentForm.DependencyWithWords),
        ("Kunde (privat)", DocumentForm.DependencyWithParentheses), ("", DocumentForm.DependencyWithoutValue),
    ];

    public static readonly (string Path, DocumentForm? Form)[] Holders =
    [
        ("type", null), ("phone_numbers.name", null),
        ("p:P31", null), ("$kind", null),
        ("type", null), ("address..kind", null),
        ("", DocumentForm.DependencyWithoutPath),
    ];
}
