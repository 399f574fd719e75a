using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;

namespace Sluice.Sandboxes.PowerOfficeGo;

/// <summary>Who works at the client, what it sells, and with whom it trades.</summary>
/// <remarks>Made after customers and contact persons, so that their ids stay what they were.</remarks>
internal static class PowerOfficeTrade
{
    private const int DepartmentCount = 7;
    private const int OrderCount = 30;

    public static void AddTo(PowerOfficeTables tables, Population population)
    {
        var made = Stamp.Beginning.AddDays(60);
        AddDepartments(tables, made);
        AddEmployees(tables, population, made);
        AddProducts(tables, made);
        AddSuppliers(tables, population, made);
        AddOrders(tables, made);
    }

    /// <summary>The last one is not in use, by anybody.</summary>
    private static void AddDepartments(PowerOfficeTables tables, DateTimeOffset made)
    {
        for (var i = 1; i <= DepartmentCount; i++)
        {
            var body = tables.Departments.Add(tables.NewDepartment(made.AddMinutes(i))).Body;
            body["Code"] = string.Create(CultureInfo.InvariantCulture, $"{i}0");
            body["Name"] = string.Create(CultureInfo.InvariantCulture, $"Department {i}");
            body["IsActive"] = i != DepartmentCount;
        }
    }

    /// <summary>The first leads all others.</summary>
    private static void AddEmployees(PowerOfficeTables tables, Population population, DateTimeOffset made)
    {
        foreach (var person in population.Persons.Skip(120).Take(30))
        {
            var first = tables.Employees.Rows is [var leader, ..] ? leader.Body : null;
            var department = tables.Departments.Rows[person.Number % (DepartmentCount - 1)].Body;
            var body = tables.Employees.Add(tables.NewEmployee(made.AddHours(person.Number))).Body;
            body["FirstName"] = person.GivenName;
            body["LastName"] = person.FamilyName;
            body["EmailAddress"] = person.Email;
            body["PhoneNumber"] = person.Phone;
            body["DateOfBirth"] = person.Birthday;
            body["JobTitle"] = person.Number % 3 == 0 ? "Sailmaker" : "Ropemaker";
            body["HiredDate"] = "2023-09-01";
            body["StartDate"] = "2023-10-01";
            body["DepartmentId"] = department["Id"]!.DeepClone();
            body["DepartmentCode"] = department["Code"]!.DeepClone();
            body["ManagerEmployeeId"] = first?["Id"]!.DeepClone();
            body["ManagerEmployeeNo"] = first?["Number"]!.DeepClone();
        }
    }

    private static void AddProducts(PowerOfficeTables tables, DateTimeOffset made)
    {
        foreach (var goods in Assortment.All)
        {
            var body = tables.Products.Add(tables.NewProduct(made.AddMinutes(goods.Number))).Body;
            body["Code"] = goods.Code;
            body["Name"] = goods.Name;
            body["UnitPrice"] = goods.Price;
            body["UnitCost"] = goods.Price / 2;
            body["UnitOfMeasureCode"] = "EA";
            body["IsStockItem"] = true;
            body["StockOnHand"] = goods.Number;
            body["StockAvailable"] = goods.Number;
        }
    }

    /// <summary>Some are customers too: one contact, one id. A few are people.</summary>
    private static void AddSuppliers(PowerOfficeTables tables, Population population, DateTimeOffset made)
    {
        foreach (var customer in tables.Customers.Rows.Take(3).ToList())
        {
            var body = tables.Suppliers.Add(tables.NewSupplier(made, customer.Body["Id"]!.GetValue<long>())).Body;
            foreach (var name in new[] { "Name", "LegalName", "OrganizationNumber", "EmailAddress", "PhoneNumber" })
                body[name] = customer.Body[name]?.DeepClone();
        }

        foreach (var organisation in population.Organisations.Skip(160).Take(25))
        {
            var body = tables.Suppliers.Add(tables.NewSupplier(made.AddHours(organisation.Number))).Body;
            body["Name"] = organisation.Name;
            body["EmailAddress"] = $"ordre@{organisation.Domain}";
            body["PhoneNumber"] = organisation.Phone;
        }

        foreach (var person in population.Persons.Skip(220).Take(4))
        {
            var body = tables.Suppliers.Add(tables.NewSupplier(made.AddHours(person.Number))).Body;
            body["IsPerson"] = true;
            body["Name"] = person.FullName;
            body["FirstName"] = person.GivenName;
            body["LastName"] = person.FamilyName;
            body["EmailAddress"] = person.Email;
        }
    }

    private static void AddOrders(PowerOfficeTables tables, DateTimeOffset made)
    {
        for (var i = 0; i < OrderCount; i++)
        {
            var customer = tables.Customers.Rows[i % tables.Customers.Rows.Count].Body;
            var product = tables.Products.Rows[i % tables.Products.Rows.Count].Body;
            var net = product["UnitPrice"]!.GetValue<decimal>() * (i + 1);
            var body = tables.SalesOrders.Add(tables.NewSalesOrder(made.AddHours(i))).Body;
            body["CustomerId"] = customer["Id"]!.DeepClone();
            body["CustomerNo"] = customer["Number"]!.DeepClone();
            var department = tables.Departments.Rows[i % (DepartmentCount - 1)].Body;
            body["DepartmentId"] = department["Id"]!.DeepClone();
            body["DepartmentCode"] = department["Code"]!.DeepClone();
            body["SalesOrderDate"] = made.AddHours(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            body["CustomerReference"] = string.Create(CultureInfo.InvariantCulture, $"PO {i + 1}");
            body["SalesOrderStatus"] = i % 4 == 0 ? "Confirmed" : "Draft";
            body["SalesOrderLines"] = new JsonArray(new JsonObject
            {
                ["Id"] = tables.NextId(),
                ["ProductId"] = product["Id"]!.DeepClone(),
                ["ProductCode"] = product["Code"]!.DeepClone(),
                ["Quantity"] = i + 1,
                ["ProductUnitPrice"] = product["UnitPrice"]!.DeepClone(),
                ["Description"] = product["Name"]!.DeepClone(),
            });
            body["LineCount"] = 1;
            body["NetAmount"] = net;
            body["TotalAmount"] = net * 1.25m;
        }
    }
}
