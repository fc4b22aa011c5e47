package org.breachledger.normalise;

import java.util.List;
import org.breachledger.normalise.SchoolSentences.Sentence;

/**
 * More ways in which the people of a school tell what happened, short and without the words of the
 * policy; each made up for this test and given its type before the rules were tried on it. Of the
 * 171 after the first 40 the rules took 118 rightly before these were written, and 126 at their
 * first sight of them, a set at a time; what they missed was then given its reason.
 */
final class OfficeSentences {

  private static final String TABLE =
      """
      # the first 40, of ten authors
      DISCLOSED_IN_ERROR||Parents evening times emailed out with every parent's address in the To box
      DISCLOSED_IN_ERROR||Rang the wrong mum about a nosebleed and told her the child's medication
      UPLOADED_TO_WEBSITE_IN_ERROR||Newsletter went live on the site with a photo of a child whose parents have not given consent
      DISCLOSED_IN_ERROR||Sent the class list with home addresses to the photographer, only names were needed
      LOST_OR_STOLEN_PAPERWORK||I left my mark book on the bus on Thursday evening
      LOST_OR_STOLEN_HARDWARE||Cannot find the class camera with the pictures from the farm visit
      LOST_OR_STOLEN_PAPERWORK||Medical sheets for the residential were left behind at the youth hostel
      DISCLOSED_IN_ERROR||EHCP draft emailed to the wrong educational psychologist
      UNAUTHORISED_ACCESS||Lunchtime supervisor had been reading CPOMS entries about her neighbour's children
      LOST_IN_TRANSIT||Recorded delivery envelope to CAMHS arrived torn open with half of the pages gone
      DISCLOSED_IN_ERROR||Names of other pupils were not blanked out in the minutes we gave to the family
      TECHNICAL_SECURITY_FAILING||Account compromised after user clicked link in fake Microsoft login page
      TECHNICAL_SECURITY_FAILING||Shared drive permissions wrong, all students could open the HR folder
      EQUIPMENT_OR_SYSTEMS_FAILURE||RAID array failed and last week's backups will not restore
      INSECURE_DISPOSAL_PAPERWORK||Cleaner emptied the confidential waste into the normal bin
      LOST_OR_STOLEN_HARDWARE||Radio and work mobile pinched from the site office
      LOST_OR_STOLEN_PAPERWORK||Visitor book was lying in the playground on Monday
      DISCLOSED_IN_ERROR||Payslip put in the wrong pigeonhole and opened by a colleague
      LOST_IN_TRANSIT||DBS forms sent by courier to the trust did not turn up
      DISCLOSED_IN_ERROR||Free school meals list attached to the menu email to all parents
      TECHNICAL_SECURITY_FAILING||ParentPay supplier told us criminals got hold of our data
      LOST_OR_STOLEN_PAPERWORK||Staff contract can't be found in the personnel drawer
      UNAUTHORISED_ACCESS||Password for the payroll system written on a sticky note on the monitor and used by temp
      DISCLOSED_IN_ERROR||Social worker's email about family A was replied to with details of family B
      DISCLOSED_IN_ERROR|LOST_OR_STOLEN_PAPERWORK|Cause for concern form left in the photocopier tray and picked up by a parent helper
      LOST_IN_TRANSIT||CP file handed to taxi driver to bring to the other site and has not been seen since
      UNAUTHORISED_ACCESS||Member of staff searched the safeguarding system for her nephew
      DISCLOSED_IN_ERROR||Body map scanned to the wrong staff inbox
      DISCLOSED_IN_ERROR||Mother's new address was given to ex-partner by reception
      OTHER||Wrong date of birth on the referral because two children's records had been mixed up
      DISCLOSED_IN_ERROR||FOI reply had the names of complainants still in it
      TECHNICAL_SECURITY_FAILING||Staff received phishing email and three entered their passwords
      EQUIPMENT_OR_SYSTEMS_FAILURE||Migration to the new MIS wiped two years of attendance
      LOST_OR_STOLEN_HARDWARE||Encrypted USB drive lost on the train to London
      TECHNICAL_SECURITY_FAILING||Parent app showed other families' balances after an update
      INSECURE_DISPOSAL_HARDWARE||Photocopier returned to leasing company, its disk never cleared
      DISCLOSED_IN_ERROR||Text about detention sent to wrong parent
      DISCLOSED_IN_ERROR||Trip consent form given to the wrong child to take home
      DISCLOSED_IN_ERROR||Wrong attachment on email to Year 6 parents, had SATs results for the whole class
      UPLOADED_TO_WEBSITE_IN_ERROR||Video with pupil names put on school Facebook
      # the next 40
      DISCLOSED_IN_ERROR||Year 2 teacher handed the phonics results for Maisie to Maisie B's grandma at pick up
      DISCLOSED_IN_ERROR||The nurse's immunisation list was emailed round to every form tutor
      DISCLOSED_IN_ERROR||Attendance officer's letter about a court fine reached the family at number 12, not number 21
      LOST_OR_STOLEN_HARDWARE||The PE iPad was in the minibus last week and nobody has it now
      LOST_OR_STOLEN_PAPERWORK||Governor left her exclusion hearing pack on the train home
      UNAUTHORISED_ACCESS||Catering assistant logged on as the kitchen manager to see who gets free meals
      TECHNICAL_SECURITY_FAILING||Head of year's Office 365 was taken over and spam went to the whole contacts list
      EQUIPMENT_OR_SYSTEMS_FAILURE||Cashless catering was offline for two days and allergy flags could not be seen
      INSECURE_DISPOSAL_PAPERWORK||Leavers' records were dumped in the paper bank at the supermarket
      UPLOADED_TO_WEBSITE_IN_ERROR||Phase leader tweeted a picture of the whiteboard with children's reading levels on it
      OTHER||Site team left the exams store unlocked all weekend
      LOST_IN_TRANSIT||Parcel of admission appeals did not get to the clerk
      DISCLOSED_IN_ERROR||Dad picked up his son's iPad and saw messages about another boy's behaviour plan
      DISCLOSED_IN_ERROR||We put two families' bursary letters in one envelope
      INSECURE_DISPOSAL_HARDWARE||A governor bought one of our old laptops at the fair and found last year's reports on it
      TECHNICAL_SECURITY_FAILING||Bursar got an email that looked like it came from the CEO and sent over the payroll spreadsheet
      UNAUTHORISED_ACCESS||Cover teacher used the class teacher's password all week
      LOST_OR_STOLEN_HARDWARE||Burglary over Easter, four tablets and the DSL's laptop taken
      DISCLOSED_IN_ERROR||School trip WhatsApp has all the parents' phone numbers showing and one complained
      DISCLOSED_IN_ERROR||Head mentioned a colleague's illness in the staff briefing without asking her
      LOST_OR_STOLEN_PAPERWORK||Pupil asthma cards cannot be located after the move to the new block
      EQUIPMENT_OR_SYSTEMS_FAILURE||Technician deleted the wrong folder and two terms of assessment data have gone
      TECHNICAL_SECURITY_FAILING||OneDrive link to the SEND spreadsheet worked for people outside the school
      OTHER||Photos of pupils who left in 2011 still kept on the old server
      DISCLOSED_IN_ERROR||Sent a DBS certificate to a candidate who was not the one we appointed
      UPLOADED_TO_WEBSITE_IN_ERROR||Trustees' pay details were in the accounts we put online
      LOST_OR_STOLEN_PAPERWORK||Coach company rang, register and medical list were under a seat
      DISCLOSED_IN_ERROR||Child's social care report attached to the wrong meeting invite
      UNAUTHORISED_ACCESS||Office apprentice read the redundancy letters before they were given out
      DISCLOSED_IN_ERROR||EAL letter translated by a parent volunteer who knew the family
      LOST_IN_TRANSIT||Internal post bag with staff contracts never came back from the hub school
      INSECURE_DISPOSAL_PAPERWORK||Cleaner put the shredding bags out for the bin men
      TECHNICAL_SECURITY_FAILING||Pupil found he could open the teachers' area from the library computer
      DISCLOSED_IN_ERROR||Reception read out the wrong child's home number in front of a queue of parents
      LOST_OR_STOLEN_HARDWARE||Drama camera with footage of Year 9 has not come back since the show
      OTHER||Teacher pasted pupils' reports into ChatGPT to tidy them up
      EQUIPMENT_OR_SYSTEMS_FAILURE||CCTV recorder broke so footage asked for could not be given
      DISCLOSED_IN_ERROR||SEN transport list went to a taxi firm that no longer works for us
      UNAUTHORISED_ACCESS||Parent governor looked up his daughter's classmates on the system during a visit
      DISCLOSED_IN_ERROR||Maths set list with FSM column put up on the corridor wall
      # 40 more
      DISCLOSED_IN_ERROR||Email about a bereavement went to all form groups instead of one tutor
      DISCLOSED_IN_ERROR||Autofill picked the wrong Sarah and the pay review landed with a supplier
      DISCLOSED_IN_ERROR||New starter was given the previous candidate's reference in her welcome pack
      DISCLOSED_IN_ERROR||Pupil's counselling letter was read by the form group as it had been left on top of the register tray
      DISCLOSED_IN_ERROR||Wrong phone number on record so absence text went to a stranger
      DISCLOSED_IN_ERROR||Governing board pack included an unredacted staff grievance
      DISCLOSED_IN_ERROR||School report for a Year 9 boy printed with his cousin's comments and issued to mum
      DISCLOSED_IN_ERROR||Teaching assistant told a parent at pick-up that another child had nits
      DISCLOSED_IN_ERROR||Two EHCP reports got swapped when they were put in the post
      DISCLOSED_IN_ERROR||Group message to netball parents let everyone see each other's mobile numbers
      DISCLOSED_IN_ERROR||Transition notes on a looked-after child were shared with the whole cluster of schools
      DISCLOSED_IN_ERROR||CCTV clip of a fight shown to the mother of one of the boys
      LOST_OR_STOLEN_PAPERWORK||SCR folder not in the safe when the auditor came
      LOST_OR_STOLEN_PAPERWORK||Teacher's planner with passwords and class lists stolen from her bike basket
      LOST_OR_STOLEN_PAPERWORK||Intimate care log for a child has been mislaid by nursery staff
      LOST_OR_STOLEN_PAPERWORK||Dog walker handed in a set of marked tests from the lane by school
      LOST_OR_STOLEN_PAPERWORK||Evacuation register dropped during fire drill, never recovered
      LOST_OR_STOLEN_HARDWARE||One of the Year 5 Chromebooks did not come back after lockdown
      LOST_OR_STOLEN_HARDWARE||External drive holding the school photos can't be found in the media suite
      LOST_OR_STOLEN_HARDWARE||Caretaker's phone swiped from his van
      LOST_OR_STOLEN_HARDWARE||Minibus broken into on a fixture, coach's tablet gone
      LOST_IN_TRANSIT||Coursework sample posted to the exam board is still missing, tracking stops at the depot
      LOST_IN_TRANSIT||Box of transfer files lost between infants and juniors
      UPLOADED_TO_WEBSITE_IN_ERROR||Admissions spreadsheet got linked on the public policies page
      UPLOADED_TO_WEBSITE_IN_ERROR||A child in care was named under a photo on our Instagram
      UPLOADED_TO_WEBSITE_IN_ERROR||Year book pdf with surnames and birthdays is downloadable from our site
      INSECURE_DISPOSAL_PAPERWORK||End of term clear out, mark books went in the recycling
      INSECURE_DISPOSAL_PAPERWORK||Supply teacher binned her cover notes with medical info in the staffroom
      INSECURE_DISPOSAL_HARDWARE||Decommissioned server sold on by the clearance firm, data had not been removed
      TECHNICAL_SECURITY_FAILING||Gmail of Year 6 teacher hacked and parents got odd messages
      TECHNICAL_SECURITY_FAILING||Password spray attack on staff accounts, two were breached
      TECHNICAL_SECURITY_FAILING||Homework platform let pupils see other children's scores
      TECHNICAL_SECURITY_FAILING||Finance fell for a bank detail change email
      EQUIPMENT_OR_SYSTEMS_FAILURE||Leak in the comms room knocked out the phones and the MIS for a day
      EQUIPMENT_OR_SYSTEMS_FAILURE||Safeguarding records unreadable after the update went wrong
      UNAUTHORISED_ACCESS||Learning mentor opened the HR folder to find out what others earn
      UNAUTHORISED_ACCESS||Former business manager kept a copy of the staff database
      UNAUTHORISED_ACCESS||Midday staff all share the one tablet PIN for medical notes
      OTHER||Attendance coded as present for a child who was not in school
      OTHER||Archive cupboard in the sports hall was unlocked during a public event
      # 30 more
      DISCLOSED_IN_ERROR||Attendance percentage for every child read out at the class coffee morning
      DISCLOSED_IN_ERROR||PE department sent injury report to wrong Year 10 father
      DISCLOSED_IN_ERROR||Invoice for nursery fees went to a family who left two years ago
      DISCLOSED_IN_ERROR||SENCO cc'd a parent into an internal email chain about her son
      DISCLOSED_IN_ERROR||Student saw the behaviour points of the whole class when teacher shared her screen
      DISCLOSED_IN_ERROR||Copy of another pupil's risk assessment found inside the trip letter
      DISCLOSED_IN_ERROR||Parent portal message to one mother was sent to all of Reception
      DISCLOSED_IN_ERROR||Agency asked for a reference and we sent the whole personnel file
      DISCLOSED_IN_ERROR||Supply teacher left the SEN overview on the smartboard during lesson
      LOST_OR_STOLEN_PAPERWORK||Notebook with safeguarding notes missing from DSL office
      LOST_OR_STOLEN_PAPERWORK||Trip risk assessments and contact details left in a service station
      LOST_OR_STOLEN_PAPERWORK||Briefcase holding appraisal paperwork stolen from teacher's hallway
      LOST_OR_STOLEN_HARDWARE||Nursery tablet missing since Friday
      LOST_OR_STOLEN_HARDWARE||Teacher lost unencrypted USB with reports on it at the conference
      LOST_OR_STOLEN_HARDWARE||Laptop left on roof of car and driven off
      LOST_IN_TRANSIT||Medical forms sent by internal mail to the sister school have vanished
      LOST_IN_TRANSIT||Pupil record sent special delivery was received empty
      UPLOADED_TO_WEBSITE_IN_ERROR||Exam results spreadsheet uploaded to the public section of the site
      UPLOADED_TO_WEBSITE_IN_ERROR||Class blog post showed a pupil's full name and date of birth
      INSECURE_DISPOSAL_PAPERWORK||Confidential papers found in open skip outside school
      INSECURE_DISPOSAL_HARDWARE||Hard drives from old ICT suite taken to the tip unwiped
      TECHNICAL_SECURITY_FAILING||Ransomware on finance server
      TECHNICAL_SECURITY_FAILING||Shared calendar was visible to all pupils with details of CIN meetings
      TECHNICAL_SECURITY_FAILING||Fraudster changed a teacher's bank details after hacking her email
      EQUIPMENT_OR_SYSTEMS_FAILURE||Server room overheated and bursary files were corrupted
      UNAUTHORISED_ACCESS||Receptionist checked a friend's child's file with no reason to
      UNAUTHORISED_ACCESS||Student teacher used mentor's login to mark registers
      UNAUTHORISED_ACCESS||IT apprentice browsed the head's emails
      OTHER||Pupils' biometric data taken before consent forms came back
      OTHER||Records room door propped open during building works
      # 31 more
      DISCLOSED_IN_ERROR||Assembly slide listed the children on the free breakfast scheme by name
      DISCLOSED_IN_ERROR||Grandparent collected the wrong twin's assessment folder
      DISCLOSED_IN_ERROR||Teacher rang home and left details of the exclusion on a neighbour's answerphone
      DISCLOSED_IN_ERROR||SIMS report with dates of birth emailed to a sports coach who only needed names
      DISCLOSED_IN_ERROR||Confidential minutes handed out with the public set
      DISCLOSED_IN_ERROR||Photograph order with another family's pictures sent home
      DISCLOSED_IN_ERROR||Text meant for staff about a pupil's bereavement went to parents
      DISCLOSED_IN_ERROR||Letter to mum had dad's new address at the top
      LOST_OR_STOLEN_PAPERWORK||Clipboard with trip contact numbers left at the zoo
      LOST_OR_STOLEN_PAPERWORK||Exam access arrangement forms missing from the locked drawer
      LOST_OR_STOLEN_PAPERWORK||Parent brought back a homework diary with other pupils' notes found on the bus
      LOST_OR_STOLEN_PAPERWORK||HR meeting notes left in the hall after a staff meeting
      LOST_OR_STOLEN_HARDWARE||iPod used for class photos gone from Year 1 cupboard
      LOST_OR_STOLEN_HARDWARE||Head of maths had her handbag snatched with her work phone in it
      LOST_OR_STOLEN_HARDWARE||Unable to locate two loan laptops at the end of term
      LOST_IN_TRANSIT||CTF envelope posted to a school in Wales but they have not received it
      LOST_IN_TRANSIT||Courier cannot find the box of exam scripts
      UPLOADED_TO_WEBSITE_IN_ERROR||Staff wellbeing survey with names put on the school website
      UPLOADED_TO_WEBSITE_IN_ERROR||Unblurred picture of a child we must not photograph posted on Twitter
      INSECURE_DISPOSAL_PAPERWORK||Old registers thrown in a public bin
      INSECURE_DISPOSAL_PAPERWORK||Shredding left by the bins in clear sacks and foxes tore them open
      INSECURE_DISPOSAL_HARDWARE||Charity was given PCs that still held pupil work
      TECHNICAL_SECURITY_FAILING||Staff member gave her password to a caller from fake IT support
      TECHNICAL_SECURITY_FAILING||MIS test site open to the internet with live data
      TECHNICAL_SECURITY_FAILING||Two pupils installed a keylogger in the computer room
      EQUIPMENT_OR_SYSTEMS_FAILURE||Hard disk failure, no copy of the pastoral logs
      EQUIPMENT_OR_SYSTEMS_FAILURE||Internet out all day and medical details could not be looked up
      UNAUTHORISED_ACCESS||Cleaner seen going through pupil files
      UNAUTHORISED_ACCESS||Governor kept logging in after stepping down
      OTHER||Emergency contacts not updated so the wrong person was called
      OTHER||Safeguarding cabinet key left in the lock
      # the last 30
      DISCLOSED_IN_ERROR||Pupil's asthma plan emailed to the wrong coach
      DISCLOSED_IN_ERROR||Reports for two brothers put in each other's envelopes, one has a different dad
      DISCLOSED_IN_ERROR||Office played a voicemail about a child on loudspeaker while a visitor signed in
      DISCLOSED_IN_ERROR||Reply to a subject access request held third party names
      DISCLOSED_IN_ERROR||A teacher's sick note was forwarded to the whole department
      DISCLOSED_IN_ERROR||After-school club got the full medical spreadsheet for all classes
      DISCLOSED_IN_ERROR||Permission slip signed by another child's mum came home to us
      DISCLOSED_IN_ERROR||Staff discussed a pupil's tribunal on the bus and a parent heard
      DISCLOSED_IN_ERROR||Wrong child's targets shown to a parent at parents' evening
      LOST_OR_STOLEN_PAPERWORK||Physio folder lost on the way back from the hydro pool
      LOST_OR_STOLEN_PAPERWORK||Exam candidate list found on the pavement outside the gate
      LOST_OR_STOLEN_PAPERWORK||Staff signing-in sheets missing from reception
      LOST_OR_STOLEN_HARDWARE||GoPro with sports day clips not in the cupboard any more
      LOST_OR_STOLEN_HARDWARE||Student stole a teacher's phone from her desk
      LOST_OR_STOLEN_HARDWARE||Memory card from the school camera misplaced on the Paris trip
      LOST_IN_TRANSIT||Child protection records sent to new school by recorded delivery never turned up
      LOST_IN_TRANSIT||DBS papers lost in the post to the umbrella body
      UPLOADED_TO_WEBSITE_IN_ERROR||Minutes naming a parent complainant went on the school website
      UPLOADED_TO_WEBSITE_IN_ERROR||Class teacher posted a list of reading groups on Class Dojo story for all to see
      INSECURE_DISPOSAL_PAPERWORK||Payslips torn in half and put in the office bin
      INSECURE_DISPOSAL_HARDWARE||Broken iPads sent for recycling without a factory reset
      TECHNICAL_SECURITY_FAILING||Remote desktop left open and school server encrypted by attackers
      TECHNICAL_SECURITY_FAILING||Booking form let families see who else had signed up
      TECHNICAL_SECURITY_FAILING||Office manager's email sending spam after she opened an attachment
      EQUIPMENT_OR_SYSTEMS_FAILURE||Visitor system crashed and yesterday's sign-ins are gone
      EQUIPMENT_OR_SYSTEMS_FAILURE||Cloud backup had not run since May when the drive failed
      UNAUTHORISED_ACCESS||Teacher read her own daughter's file and the comments of colleagues on it
      UNAUTHORISED_ACCESS||Pupils used an unlocked teacher laptop to read messages
      OTHER||Pupil details typed into an online worksheet maker the DPO had not seen
      OTHER||Staff files from 1998 never destroyed
      """;

  private OfficeSentences() {}

  static List<Sentence> list() {
    return SchoolSentences.parsed(TABLE);
  }
}
